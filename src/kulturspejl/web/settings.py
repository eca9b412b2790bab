"""The single settings file. Everything that differs between instances comes from the environment."""

import os
from pathlib import Path

from csp.constants import NONE, SELF

from kulturspejl.access import session_age
from kulturspejl.web import bodies, cookies, private
from kulturspejl.web.database_url import database
from kulturspejl.web.environment import (
    base_url,
    env_bool,
    env_int,
    hosts,
    is_own_name,
    is_public,
    own_folder,
    secret_key,
    sender,
    time_zone,
)
from kulturspejl.web.logs import line_format
from kulturspejl.web.mail_settings import mail
from kulturspejl.web.setting_names import refuse_unknown

refuse_unknown()
# Before anything is written, however the program was started.
private.begin()
PACKAGE = Path(__file__).resolve().parent.parent
VAR = own_folder("KULTURSPEJL_VAR", Path("var").resolve())
KULTURSPEJL_VAR = VAR
KULTURSPEJL_KEYS = own_folder("KULTURSPEJL_KEYS", VAR / "keys")
KULTURSPEJL_CONTENT = [
    Path(part) for part in os.environ.get("KULTURSPEJL_CONTENT", "").split(os.pathsep) if part
]
KULTURSPEJL_DEMO = env_bool("KULTURSPEJL_DEMO")
KULTURSPEJL_BASE_URL = base_url()
KULTURSPEJL_CLOCK_OFFSET_DAYS = env_int("KULTURSPEJL_CLOCK_OFFSET_DAYS", 0, -36_500, 36_500)
KULTURSPEJL_CLOCK_FILE = os.environ.get("KULTURSPEJL_CLOCK_FILE", "") if KULTURSPEJL_DEMO else ""

DEBUG = env_bool("KULTURSPEJL_DEBUG")
SECRET_KEY = secret_key(VAR)
ALLOWED_HOSTS = hosts()
CSRF_TRUSTED_ORIGINS = [KULTURSPEJL_BASE_URL] if KULTURSPEJL_BASE_URL.startswith("http") else []
_HTTPS = KULTURSPEJL_BASE_URL.startswith("https://")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _HTTPS
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_NAME = cookies.own("sessionid", is_https=_HTTPS)
CSRF_COOKIE_NAME = cookies.own("csrftoken", is_https=_HTTPS)
SESSION_COOKIE_AGE = int(session_age.LONGEST.total_seconds())
LANGUAGE_COOKIE_SECURE, LANGUAGE_COOKIE_SAMESITE = _HTTPS, "Lax"
SECURE_PROXY_SSL_HEADER = (
    ("HTTP_X_FORWARDED_PROTO", "https") if env_bool("KULTURSPEJL_BEHIND_PROXY") else None
)
# Not "no-referrer": with it browsers send forms from the origin "null", and Django refuses them. Not "same-origin":
# the code in /r/<code> would ride along to the proxy's log of /answers.
SECURE_REFERRER_POLICY = "strict-origin"
# Browsers heed it over https alone, and complain about it elsewhere.
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin" if _HTTPS else None
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "kulturspejl.web.errors.stale"
# Browsers that have been here by https come back by nothing else; not on a machine's own name, where others serve too.
SECURE_HSTS_SECONDS = 31_536_000 if _HTTPS and is_public(KULTURSPEJL_BASE_URL) else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = env_bool("KULTURSPEJL_HSTS_SUBDOMAINS", is_own_name(KULTURSPEJL_BASE_URL))

INSTALLED_APPS = [
    "kulturspejl.records",
    "kulturspejl.faces.shared",
    "kulturspejl.faces.respondent",
    "kulturspejl.faces.leader",
    "kulturspejl.faces.trio",
    "kulturspejl.faces.steward",
    "kulturspejl.faces.facilitator",
    "kulturspejl.faces.participant",
    "kulturspejl.faces.models",
    "kulturspejl.web",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django_htmx",
    "csp",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    # Before the files: one that is opened by itself is a page as well.
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "kulturspejl.web.copies.NoCopies",
    "kulturspejl.web.session_cookie.SessionCookie",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "kulturspejl.web.own_forms.OwnForms",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "kulturspejl.web.idle.IdleSessions",
    "kulturspejl.web.factors_first.FactorsFirst",
    "kulturspejl.web.errors.ErrorMiddleware",
]
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:", "blob:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}

ROOT_URLCONF = "kulturspejl.web.urls"
WSGI_APPLICATION = "kulturspejl.web.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "OPTIONS": {
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    ["django.template.loaders.filesystem.Loader", "kulturspejl.web.template_texts.Loader"],
                ),
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "kulturspejl.faces.shared.context.everywhere",
            ]
        },
    }
]

DATABASES = {"default": database(os.environ.get("DATABASE_URL", ""), VAR)}
ATOMIC_REQUESTS = False
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "records.User"
AUTHENTICATION_BACKENDS = ["kulturspejl.faces.shared.backend.Accounts"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.ScryptPasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "kulturspejl.faces.shared.passwords.NoOwnWords"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "front_door"
ACCOUNT_ADAPTER = "kulturspejl.faces.shared.accounts.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
# Nobody signs up here; the word "password1" is how allauth is told that its login form asks for a password.
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_FORMS = {
    "login": "kulturspejl.faces.shared.login_form.PasswordAndAppForm",
    "request_login_code": "kulturspejl.faces.shared.login_form.CodeByMailForm",
    "confirm_login_code": "kulturspejl.faces.shared.login_form.CodeFromMailForm",
}
ACCOUNT_EMAIL_VERIFICATION = "none"
# A letter is written for an unknown address too, and thrown away (AccountAdapter.send_mail).
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 600
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = True
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
# Counted by address in memory that all processes share, under keyed hashes; nothing else uses Django's cache.
CACHES = {"default": {"BACKEND": "kulturspejl.web.shared_cache.SharedCache"}}
# A municipality may be one address, and a whole class signs in at once: what counts is who fails, and how often one
# mailbox is written to.
ACCOUNT_RATE_LIMITS = {"login": "120/m/ip", "request_login_code": "120/m/ip,3/m/key"}
# So long a second look counts: enough to scan a code and to type what an app shows.
ACCOUNT_REAUTHENTICATION_TIMEOUT = 600
# Behind a proxy the visitor's own address is the last named.
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if env_bool("KULTURSPEJL_BEHIND_PROXY") else 0
MFA_ADAPTER = "kulturspejl.faces.shared.factors.MFAAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
# An address that an administrator has written is unproven until a code that was sent there is typed. Nobody signs up
# here by themselves, so that keeps nobody from an app of their own.
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_TOTP_ISSUER = "Kulturspejl"
# A slow hand or a clock that is off by half a minute must not lock anybody out.
MFA_TOTP_TOLERANCE = 1
# Browsers themselves count http://localhost as secure; everywhere else passkeys want https.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = KULTURSPEJL_BASE_URL.startswith("http://localhost:")

SESSION_ENGINE = "kulturspejl.web.sessions"

LANGUAGE_CODE = "da"
LANGUAGES = [("da", "Dansk"), ("en", "English")]
LOCALE_PATHS = [str(path) for path in sorted(PACKAGE.glob("**/locale"))]
USE_I18N = True
TIME_ZONE = time_zone()
USE_TZ = True
LANGUAGE_COOKIE_AGE = 31_536_000

STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
FILE_UPLOAD_PERMISSIONS, FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o600, 0o700
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG or env_bool("KULTURSPEJL_PLAIN_STATIC")
        else "kulturspejl.web.static_storage.StaticStorage"
    },
}
WHITENOISE_USE_FINDERS = DEBUG or env_bool("KULTURSPEJL_PLAIN_STATIC")
# Looked up when asked for: no list of all files is made each time the program, or a test's browser, begins.
WHITENOISE_AUTOREFRESH = WHITENOISE_USE_FINDERS

EMAIL_BACKEND = (
    "kulturspejl.web.demo_mail.DemoMailBackend"
    if KULTURSPEJL_DEMO
    else "django.core.mail.backends.smtp.EmailBackend"
)
_MAIL = mail()
EMAIL_HOST, EMAIL_PORT = _MAIL.host, _MAIL.port
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = _MAIL.user, _MAIL.password
EMAIL_USE_TLS, EMAIL_USE_SSL = _MAIL.starttls, _MAIL.tls
EMAIL_TIMEOUT = 20
# The date of a letter is the receivers' own, so that a mail program does not say that it came an hour ago.
EMAIL_USE_LOCALTIME = True
KULTURSPEJL_SLIDES_MB = env_int("KULTURSPEJL_SLIDES_MB", 2000, 0, 1_000_000)
KULTURSPEJL_CHECK_LINKS = env_bool("KULTURSPEJL_CHECK_LINKS")
KULTURSPEJL_QUIET_HOURS = env_bool("KULTURSPEJL_QUIET_HOURS", default=not KULTURSPEJL_DEMO)
DEFAULT_FROM_EMAIL = sender()

DATA_UPLOAD_MAX_MEMORY_SIZE = bodies.LONGEST
# An exercise of 200 rows in two languages, sent as a whole (core/content/own_exercise).
DATA_UPLOAD_MAX_NUMBER_FIELDS = 3000
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {
        "once": {"()": "kulturspejl.web.logs.OncePerTrouble"},
        "without_codes": {"()": "kulturspejl.web.logs.WithoutCodes"},
    },
    "formatters": {"line": {"format": line_format()}},
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "formatter": "line",
            "filters": ["once", "without_codes"],
        },
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        # Pages that are not there are no news, and a list of them would be a list of codes that were tried.
        "django": {"handlers": [], "propagate": True},
        "django.request": {"level": "ERROR"},
        # Nonsense that is refused is no news either: whoever sends it would else fill the disk.
        "django.security": {"level": "CRITICAL"},
        # A line for each refused form: a wrong KULTURSPEJL_BASE_URL shows here and nowhere else.
        "django.security.csrf": {"level": "WARNING"},
        # Who signed in, was refused, was changed: by a part of the account's random id, without codes and addresses.
        "kulturspejl.security": {"level": "INFO"},
    },
}
