#!/usr/bin/env bash
# Runs a command beside a container engine of its own, for machines that have none:
#   .ci/engine.sh COMMAND [ARGUMENT...]
# The command runs in the engine's network namespace, where published ports are on localhost, with DOCKER_HOST set. Needs root and Debian's apt.
#
# Everything of the engine is in namespaces of one process, which is killed together with this script: containers, mounts and networks end with
# it, however it ends. What is left on disk after a SIGKILL is removed by the next start.
#
# Where no registry answers, the base images are made from Debian's packages and this machine's own .NET, under the names that Dockerfile and
# docker-compose.yml use.
set -euo pipefail

repository=$(cd "$(dirname "$0")/.." && pwd)
work=${TMPDIR:-/tmp}/actorcafe-engine
cgroup=actorcafe-engine

say() { printf '%4ds  %s\n' "$SECONDS" "$*" >&2; }

clean() {
  for folder in /sys/fs/cgroup/$cgroup /sys/fs/cgroup/*/$cgroup; do
    [ ! -d "$folder" ] || find "$folder" -depth -type d -exec rmdir {} \; 2> /dev/null || true
  done
  rm -rf "$work" 2> /dev/null || { sleep 1; rm -rf "$work"; }
}

# The namespaces end with whatever is left in them.
stop() {
  trap '' INT TERM HUP
  [ -z "${command:-}" ] || kill "$command" 2> /dev/null || true
  if [ -n "${engine:-}" ]; then
    kill -KILL "$engine" 2> /dev/null || true
    wait "$engine" 2> /dev/null || true
  fi
  [ -z "${internet:-}" ] || kill "$internet" 2> /dev/null || true
  clean
  rm -f "$work.lock"
  say "the engine is stopped"
}

exec 9> "$work.lock"
flock -n 9 || { echo "Another engine is running here ($work.lock)." >&2; exit 1; }
clean
trap stop EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP
mkdir -p "$work"/{run,data,exec,config/cli-plugins,unpacked,debs,apt/etc/preferences.d,apt/etc/trusted.gpg.d,apt/state/lists/partial,apt/cache/archives/partial}

# The mirror that this machine's own apt uses; only the release is another: docker-compose came to Debian with trixie. Its programs run on
# bookworm too, so they are unpacked, and not installed. What they need from the system is installed.
keys=/usr/share/keyrings/debian-archive-keyring.gpg
mirror=$(grep -rhvE '^\s*#' /etc/apt/sources.list /etc/apt/sources.list.d 2> /dev/null | grep -oE 'https?://[^ ]+/debian/?( |$)' | head -n 1 | tr -d ' ' || true)
trixie="deb [signed-by=$keys] ${mirror:-http://deb.debian.org/debian} trixie main"
apt_trixie=(-o "Dir::Etc::sourcelist=$work/apt/etc/sources.list" -o Dir::Etc::sourceparts=- -o "Dir::State=$work/apt/state"
  -o "Dir::State::status=$work/apt/state/status" -o "Dir::Cache=$work/apt/cache" -o Acquire::Languages=none -o APT::Sandbox::User=root)
echo "$trixie" > "$work/apt/etc/sources.list"
touch "$work/apt/state/status"

say "packages"
missing=()
for package in runc containerd tini iptables iproute2 slirp4netns mmdebstrap curl; do
  dpkg -s "$package" > /dev/null 2>&1 || missing+=("$package")
done
if [ ${#missing[@]} -gt 0 ]; then
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"; } > "$work/run/apt.log" 2>&1 ||
    { cat "$work/run/apt.log" >&2; exit 1; }
fi
apt-get "${apt_trixie[@]}" -qq update
(cd "$work/debs" && apt-get "${apt_trixie[@]}" -qq download docker.io docker-cli docker-compose docker-buildx)
for deb in "$work"/debs/*.deb; do dpkg -x "$deb" "$work/unpacked"; done
ln -sf "$work"/unpacked/usr/libexec/docker/cli-plugins/* "$work/config/cli-plugins/"
ln -sf "$(command -v tini-static)" "$work/unpacked/usr/bin/docker-init"
export PATH="$work/unpacked/usr/bin:$work/unpacked/usr/sbin:$PATH" DOCKER_HOST="unix://$work/run/docker.sock" DOCKER_CONFIG="$work/config"

say "engine"
# All containers together have one process's share of the processors by default: on a busy machine nodes would starve and down each other.
for folder in /sys/fs/cgroup/cpu /sys/fs/cgroup; do
  if [ -e "$folder/cpu.shares" ] || [ -e "$folder/cgroup.subtree_control" ]; then
    mkdir -p "$folder/$cgroup"
    { echo 65536 > "$folder/$cgroup/cpu.shares" || echo 8192 > "$folder/$cgroup/cpu.weight"; } 2> /dev/null || true
  fi
done
setpriv --pdeathsig KILL unshare --net --mount --pid --fork --kill-child --mount-proc \
  bash -c 'ip link set lo up; until ip -4 -o address show tap0 2> /dev/null | grep -q inet; do sleep 0.1; done
           exec tini -- dockerd --data-root "$1/data" --exec-root "$1/exec" --pidfile "$1/run/dockerd.pid" --host "$DOCKER_HOST" \
             --cgroup-parent "/$2" --dns 10.0.2.3' \
  engine "$work" "$cgroup" > "$work/run/dockerd.log" 2>&1 9>&- &
engine=$!
until [ "$(readlink /proc/self/ns/net)" != "$(readlink "/proc/$engine/ns/net")" ]; do sleep 0.1; done
setpriv --pdeathsig KILL slirp4netns --configure --mtu=1400 --disable-host-loopback "$engine" tap0 > "$work/run/slirp4netns.log" 2>&1 9>&- &
internet=$!
for _ in $(seq 120); do
  docker version > /dev/null 2>&1 && break
  kill -0 "$engine" || break
  sleep 0.5
done
docker version > /dev/null || { tail -n 20 "$work/run/dockerd.log" >&2; exit 1; }

sdk=$(sed -n 's/^FROM .*\(mcr[^ ]*\/sdk:[^ ]*\).*/\1/p' "$repository/Dockerfile" | head -n 1)
aspnet=$(sed -n 's/^FROM .*\(mcr[^ ]*\/aspnet:[^ ]*\).*/\1/p' "$repository/Dockerfile")
postgres=$(sed -n 's/^ *image: *\(postgres:[^ ]*\).*/\1/p' "$repository/docker-compose.yml")

say "base images"
if timeout 60 docker pull -q "$aspnet" > "$work/run/pull.log" 2>&1; then
  say "from their registry"
else
  source "$repository/.ci/base-images.sh"
fi
docker images --format '      {{.Repository}}:{{.Tag}}  {{.Size}}' >&2

say "engine at $DOCKER_HOST, network namespace of process $engine: $*"
# In the background, since a shell that waits for a command in front of it is deaf to signals.
setpriv --pdeathsig KILL nsenter --net="/proc/$engine/ns/net" "$@" 9>&- &
command=$!
wait "$command"
