#!/usr/bin/env bash
# The stand-in for the image of PostgreSQL: what docker-compose.yml uses of its entry point.
set -euo pipefail
export PATH="$(echo /usr/lib/postgresql/*/bin):$PATH" PGDATA=/var/lib/postgresql/data
if [ "$(id -u)" = 0 ]; then
  mkdir -p "$PGDATA" && chown postgres "$PGDATA"
  exec setpriv --reuid postgres --regid postgres --init-groups "$0" "$@"
fi
if [ ! -s "$PGDATA/PG_VERSION" ]; then
  [ -n "${POSTGRES_PASSWORD:-}" ] || { echo "POSTGRES_PASSWORD is not set." >&2; exit 1; }
  initdb --username "$POSTGRES_USER" --auth-local trust --auth-host scram-sha-256 --pwfile <(echo "$POSTGRES_PASSWORD") > /dev/null
  echo 'host all all all scram-sha-256' >> "$PGDATA/pg_hba.conf"
  pg_ctl start -w -o "-c listen_addresses=" > /dev/null
  createdb --username "$POSTGRES_USER" "$POSTGRES_DB"
  pg_ctl stop -w > /dev/null
fi
exec postgres -c listen_addresses='*' -c unix_socket_directories=/var/run/postgresql
