#!/bin/sh
# Make a Debian or Ubuntu server an instance, or bring an instance up to date: the same command does both.
#   sudo sh deploy/install.sh kultur.example.dk
# The program stays where this folder is; what it keeps goes to /var/lib/kulturspejl, its keys to
# /var/lib/kulturspejl-keys, settings to /etc/kulturspejl.env, a backup every night to /var/backups/kulturspejl.
set -eu
host=${1:-}
home=$(cd "$(dirname "$0")/.." && pwd)
settings=/etc/kulturspejl.env

say() { echo "== $*"; }
stop() { echo "$*" >&2; exit 1; }

[ "$(id -u)" = 0 ] || stop "Run it as root: sudo sh deploy/install.sh $host"
if [ -z "$host" ] && [ -f "$settings" ]; then
    host=$(sed -n 's|^KULTURSPEJL_BASE_URL=https://||p' "$settings")
fi
[ -n "$host" ] || stop "Say which address phones will open, for example: sudo sh deploy/install.sh kultur.example.dk"
case $host in
    *[!A-Za-z0-9.-]* | -* | .*) stop "Write the name alone, without https:// and without a slash, like kultur.example.dk" ;;
esac
command -v apt-get >/dev/null || stop "This needs Debian 12 or later, or Ubuntu 24.04 or later."
[ -d /run/systemd/system ] || stop "This needs systemd. Use deploy/compose.yaml instead."

id kulturspejl >/dev/null 2>&1 || useradd --system --home-dir /nonexistent --shell /usr/sbin/nologin kulturspejl
runuser -u kulturspejl -- test -r "$home/deploy/install.sh" \
    || stop "The program runs as the user kulturspejl, who cannot read $home. Move the folder to /opt/kulturspejl."

say "Installing what the server needs"
apt-get update -qq
DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends dbus git make python3 python3-venv caddy >/dev/null

say "Installing the program"
# The new files lie under the running program already: it must not go on with half of each.
! systemctl --quiet is-active kulturspejl || systemctl stop kulturspejl
make --silent --directory "$home" install \
    || stop "The libraries could not be installed, and the program stands still. Its data are as they were. Run this again."

install --directory --owner kulturspejl --mode 0700 /var/backups/kulturspejl
if [ ! -f "$settings" ]; then
    umask 077
    cat >"$settings" <<END
# What is special to this instance; docs/da/settings.md and docs/en/settings.md explain every name.
# After a change: systemctl restart kulturspejl
KULTURSPEJL_BASE_URL=https://$host
KULTURSPEJL_HOSTS=$host,127.0.0.1
KULTURSPEJL_BEHIND_PROXY=1
# The mail server that sends invitations and the codes for logging in:
KULTURSPEJL_SMTP_HOST=
KULTURSPEJL_SMTP_PORT=587
KULTURSPEJL_SMTP_STARTTLS=1
KULTURSPEJL_SMTP_USER=
KULTURSPEJL_SMTP_PASSWORD=
KULTURSPEJL_MAIL_FROM=Kulturspejl <kultur@$host>
END
    umask 022
fi

for unit in kulturspejl.service kulturspejl-backup.service kulturspejl-backup.timer; do
    sed "s|/opt/kulturspejl|$home|g" "$home/deploy/$unit" >"/etc/systemd/system/$unit"
done
sed -e "s|{\$KULTURSPEJL_HOST}|$host|" -e 's|{$KULTURSPEJL_AT:[^}]*}|127.0.0.1:8000|' "$home/deploy/Caddyfile" \
    >/etc/caddy/Caddyfile
cat >/usr/local/sbin/kulturspejl <<END
#!/bin/sh
# The program's commands, as its own user and with its settings: kulturspejl backup FILE, kulturspejl restore FILE ...
exec systemd-run --quiet --wait --pipe --collect --uid=kulturspejl --property=EnvironmentFile=$settings \\
    --setenv=KULTURSPEJL_VAR=/var/lib/kulturspejl --setenv=KULTURSPEJL_KEYS=/var/lib/kulturspejl-keys \\
    --working-directory=/var/lib/kulturspejl $home/.venv/bin/kulturspejl "\$@"
END
chmod 755 /usr/local/sbin/kulturspejl
systemctl start dbus.socket
systemctl daemon-reload

point=
if [ -d /var/lib/kulturspejl/static ]; then
    # It has run before. The file is in the tables of the earlier version, which alone can take it in again as they were.
    point=/var/backups/kulturspejl/before-$(date +%Y-%m-%d-%H%M%S).zip
    say "Making a restore point before the tables are changed"
    /usr/local/sbin/kulturspejl backup "$point" \
        || stop "No restore point could be made, so the program stands still and its tables are as they were. Read above why."
fi

say "Starting it"
systemctl enable --quiet --now kulturspejl.service kulturspejl-backup.timer caddy.service
systemctl reload caddy

tries=0
until python3 -c 'import urllib.request as u; u.urlopen("http://127.0.0.1:8000/healthz", timeout=4)' 2>/dev/null; do
    tries=$((tries + 1))
    [ "$tries" -lt 60 ] || stop "It does not answer. See what it says: journalctl -u kulturspejl"
    sleep 1
done
case $(findmnt --noheadings --output FSTYPE --target /var/lib/kulturspejl-keys) in
    ext4 | ext3 | xfs) ;;
    *) say "Keys of open rounds should lie on ext4 or XFS, where a new key takes the old one's place: docs/en/server.md" ;;
esac
say "It runs at https://$host: $("$home/.venv/bin/kulturspejl" --version)"
[ -z "$point" ] || echo "The restore point is $point. How to go back with it: docs/en/server.md, docs/da/server.md."
if [ -f /var/lib/kulturspejl/start_code ]; then
    echo "Open this link to become its administrator: https://$host/start?code=$(cat /var/lib/kulturspejl/start_code)"
fi
grep -q '^KULTURSPEJL_SMTP_HOST=.' "$settings" || echo "Then write your mail server into $settings, and: systemctl restart kulturspejl"
