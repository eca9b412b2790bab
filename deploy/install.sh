#!/bin/sh
# Make a Debian or Ubuntu server an instance, or bring an instance up to date: the same command does both.
#   sudo sh deploy/install.sh kultur.example.dk
# Each version is built in a folder of its own (releases/ in this folder) while the one before it runs on; then the program
# is stopped, a restore point is made, `current` points to the new one, and it starts. What it keeps goes to
# /var/lib/kulturspejl, its keys to /var/lib/kulturspejl-keys, settings to /etc/kulturspejl.env, a backup every night to
# /var/backups/kulturspejl. Of Caddy's files it writes /etc/caddy/kulturspejl.caddy alone.
set -eu
umask 022
host=${1:-}
home=$(cd "$(dirname "$0")/.." && pwd)
# Before every place outside this folder: tests set it.
root=${DESTDIR:-}
settings=$root/etc/kulturspejl.env
data=$root/var/lib/kulturspejl
backups=$root/var/backups/kulturspejl

say() { echo "== $*"; }
stop() { echo "$*" >&2; exit 1; }

[ "$(id -u)" = 0 ] || stop "Run it as root: sudo sh deploy/install.sh $host"
known=
[ ! -f "$settings" ] || known=$(sed -n 's|^KULTURSPEJL_BASE_URL=https\{0,1\}://||p' "$settings" | tail -n 1)
host=${host:-$known}
[ -n "$host" ] || stop "Say which address phones will open, for example: sudo sh deploy/install.sh kultur.example.dk"
case $host in
    *[!A-Za-z0-9.-]* | -* | .*) stop "Write the name alone, without https:// and without a slash, like kultur.example.dk" ;;
esac
if [ -n "$known" ] && [ "$known" != "$host" ]; then
    stop "This server's instance is $known, and it has one name. Nothing has been changed.
To give it the name $host: write it into KULTURSPEJL_BASE_URL and KULTURSPEJL_HOSTS in $settings,
and run this again without a name. Links and cards that are out keep the old one: keep both names in KULTURSPEJL_HOSTS."
fi
command -v apt-get >/dev/null || stop "This needs Debian 12 or later, or Ubuntu 24.04 or later."
[ -d "$root/run/systemd/system" ] || stop "This needs systemd. Use deploy/compose.yaml instead."

id kulturspejl >/dev/null 2>&1 || useradd --system --home-dir /nonexistent --shell /usr/sbin/nologin kulturspejl
runuser -u kulturspejl -- test -r "$home/deploy/install.sh" \
    || stop "The program runs as the user kulturspejl, who cannot read $home. Move the folder to /opt/kulturspejl."

# The program's commands, as its own user and with its settings: as_program FOLDER COMMAND ...
as_program() {
    folder=$1
    shift
    systemd-run --quiet --wait --pipe --collect --uid=kulturspejl --property=EnvironmentFile="$settings" \
        --setenv=KULTURSPEJL_VAR="$data" --setenv=KULTURSPEJL_KEYS="$data-keys" --working-directory="$data" \
        "$folder/bin/kulturspejl" "$@"
}

say "Installing what the server needs"
if ! { apt-get update -qq && DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends dbus git python3 python3-venv caddy >/dev/null; }; then
    stop "The system's packages could not be fetched. Nothing has been changed; what runs goes on. Run this again."
fi

version=$(sed -n 's/^__version__ = "\(.*\)"$/\1/p' "$home/src/kulturspejl/__init__.py")
commit=$(git -c safe.directory="$home" -C "$home" rev-parse --short=12 HEAD 2>/dev/null || date +%Y%m%d%H%M%S)
changed=$(git -c safe.directory="$home" -C "$home" status --porcelain --untracked-files=no 2>/dev/null || true)
new=$home/releases/$version-$commit${changed:+-changed-$(date +%Y%m%d%H%M%S)}
if [ ! -f "$new/whole" ]; then
    say "Building $version in $new"
    rm -rf "$new"
    mkdir -p "$home/releases"
    sh "$home/scripts/venv.sh" "$new" \
        && sh "$home/scripts/pip.sh" "$new" -r "$home/requirements/run.txt" -r "$home/requirements/build.txt" \
        && "$new/bin/python" -m pip install --quiet --disable-pip-version-check --no-index --no-build-isolation --no-deps \
            "$home" \
        && "$new/bin/kulturspejl" --version >/dev/null \
        || stop "The new version could not be built. Nothing has been changed; what runs goes on. Run this again."
    touch "$new/whole"
fi
runuser -u kulturspejl -- "$new/bin/kulturspejl" --version >/dev/null \
    || stop "The user kulturspejl cannot run $new. Nothing has been changed; what runs goes on."

old=
[ ! -e "$home/current" ] || old=$(readlink -f "$home/current")
if [ -d "$data" ] && [ -f "$settings" ]; then
    as_program "$new" doctor --settings \
        || stop "$version cannot use what stands in $settings: read above. Nothing has been changed; what runs goes on."
fi

install --directory --owner kulturspejl --mode 0700 "$backups"
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

point=
! systemctl --quiet is-active kulturspejl || systemctl stop kulturspejl
if [ -d "$data/static" ]; then
    # It has run before. The version that wrote the tables makes the file, so that it can take it in again as they were.
    point=$backups/before-$(date +%Y-%m-%d-%H%M%S).zip
    say "Making a restore point before the tables are changed"
    if ! as_program "${old:-$new}" backup "$point"; then
        systemctl start kulturspejl || true
        stop "No restore point could be made, so nothing has been changed, and the earlier version runs. Read above why."
    fi
fi

ln -sfn "$new" "$home/current.new"
mv -T "$home/current.new" "$home/current"
for unit in kulturspejl.service kulturspejl-backup.service kulturspejl-backup.timer; do
    sed "s|/opt/kulturspejl|$home|g" "$home/deploy/$unit" >"$root/etc/systemd/system/$unit"
done
cat >"$root/usr/local/sbin/kulturspejl" <<END
#!/bin/sh
# The program's commands, as its own user and with its settings: kulturspejl doctor, kulturspejl backup FILE ...
exec systemd-run --quiet --wait --pipe --collect --uid=kulturspejl --property=EnvironmentFile=$settings \\
    --setenv=KULTURSPEJL_VAR=$data --setenv=KULTURSPEJL_KEYS=$data-keys \\
    --working-directory=$data $home/current/bin/kulturspejl "\$@"
END
chmod 755 "$root/usr/local/sbin/kulturspejl"

# The proxy. The site has a file of its own; the main file is others' too, unless it is as the package or we made it.
main=$root/etc/caddy/Caddyfile
site=$root/etc/caddy/kulturspejl.caddy
line="import /etc/caddy/kulturspejl.caddy"
filled() { sed -e "s|{\$KULTURSPEJL_HOST}|$host|" -e 's|{$KULTURSPEJL_AT:[^}]*}|127.0.0.1:8000|' "$home/deploy/Caddyfile"; }
is_as_packaged() {
    packaged=$(dpkg-query --showformat='${Conffiles}\n' --show caddy 2>/dev/null | awk '$1 == "/etc/caddy/Caddyfile" { print $2 }')
    [ -n "$packaged" ] && [ "$packaged" = "$(md5sum <"$main" | cut -d ' ' -f 1)" ]
}
proxy=
if [ -f "$main" ] && grep -q "^$line" "$main"; then
    filled | sed '/^{$/,/^}$/d' >"$site"
elif [ ! -f "$main" ] || is_as_packaged || [ "$(cat "$main")" = "$(filled)" ]; then
    [ ! -f "$main" ] || cp -p "$main" "$main.before-kulturspejl"
    filled | sed '/^{$/,/^}$/d' >"$site"
    { filled | sed -n '/^{$/,/^}$/p'; echo; echo "$line"; } >"$main"
elif grep -q "^$host\b" "$main"; then
    proxy="$main speaks for $host already and is left as it is. What we would write stands in $home/deploy/Caddyfile."
else
    filled | sed '/^{$/,/^}$/d' >"$site"
    proxy="$main is yours and is left as it is. Nobody reaches $host until you add this line to it, and: systemctl reload caddy
    $line
and in the block of options at its top, so that no fault is logged with a visitor's address and code:
$(filled | sed -n '/^{$/,/^}$/p' | sed '1d;$d')"
fi

say "Starting it"
systemctl start dbus.socket
systemctl daemon-reload
systemctl enable --quiet --now kulturspejl.service kulturspejl-backup.timer caddy.service
if caddy validate --config "$main" --adapter caddyfile >/dev/null 2>&1; then
    systemctl reload caddy
else
    proxy="$proxy
The proxy does not accept its files, so it goes on as it was: caddy validate --config $main --adapter caddyfile"
fi

tries=0
until python3 -c 'import urllib.request as u; u.urlopen("http://127.0.0.1:8000/healthz", timeout=4)' 2>/dev/null; do
    tries=$((tries + 1))
    [ "$tries" -lt 60 ] || stop "It does not answer. See what it says: journalctl -u kulturspejl
${point:+The restore point is $point, }${old:+the version before is in $old. }How to go back: docs/en/server.md."
    sleep 1
done
case $(findmnt --noheadings --output FSTYPE --target "$data-keys") in
    ext4 | ext3 | xfs) ;;
    *) say "Keys of open rounds should lie on ext4 or XFS, where a new key takes the old one's place: docs/en/server.md" ;;
esac
# The one before stays: it is the way back. Older ones go.
for folder in "$home"/releases/*; do
    [ "$folder" = "$new" ] || [ "$folder" = "$old" ] || rm -rf "$folder"
done
say "It runs at https://$host: $("$home/current/bin/kulturspejl" --version)"
[ -z "$proxy" ] || echo "$proxy"
[ -z "$point" ] || echo "The restore point is $point. How to go back with it: docs/en/server.md, docs/da/server.md."
if [ -f "$data/start_code" ]; then
    echo "Open this link to become its administrator: https://$host/start?code=$(cat "$data/start_code")"
fi
grep -q '^KULTURSPEJL_SMTP_HOST=.' "$settings" || echo "Then write your mail server into $settings, and: systemctl restart kulturspejl"
echo "How it is: sudo kulturspejl doctor"
