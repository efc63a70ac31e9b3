#!/usr/bin/env bash
# PostGIS on the same points and outlines: called as  postgis.sh POINTS.csv OUTLINES.csv  (lon,lat and number,wkt) and prints milliseconds, one run a line, the warm-up left out.
# A server of its own in a folder of its own, stopped and removed afterwards. The outlines are subdivided and indexed, which is how PostGIS does this best.
set -euo pipefail
programs=$(ls -d /usr/lib/postgresql/*/bin | tail -1)
folder=$(mktemp -d)
as=""
if [ "$(id -u)" = 0 ]; then
  chown postgres "$folder"
  as="runuser -u postgres --"
fi
port=$((20000 + RANDOM % 10000))
stop() { $as "$programs/pg_ctl" -D "$folder/data" -m immediate stop >/dev/null 2>&1 || true; rm -rf "$folder"; }
trap stop EXIT
$as "$programs/initdb" -D "$folder/data" -A trust >/dev/null
$as "$programs/pg_ctl" -D "$folder/data" -w -l "$folder/log" \
  -o "-p $port -c listen_addresses='' -c unix_socket_directories=$folder -c shared_buffers=1GB -c fsync=off -c max_parallel_workers_per_gather=0 -c jit=off" start >/dev/null
ask() { psql -h "$folder" -p "$port" -U "$( [ "$(id -u)" = 0 ] && echo postgres || id -un )" -d postgres -qAt -v ON_ERROR_STOP=1 "$@"; }
ask <<SQL
create extension postgis;
create table point (lon float8, lat float8);
\copy point from '$1' csv header
create table outline (number int, wkt text);
\copy outline from '$2' csv header
create table place as select st_setsrid(st_makepoint(lon, lat), 4326) as at from point;
create table piece as select number, st_subdivide(st_geomfromtext(wkt, 4326), 64) as shape from outline;
create index on piece using gist (shape);
vacuum analyze place;
vacuum analyze piece;
SQL
query="select count(*) from place join piece on st_intersects(shape, at)"
for run in 1 2 3; do
  milliseconds=$(ask -c '\timing on' -c "$query" | sed -n 's/^Time: \([0-9.]*\) ms.*/\1/p')
  [ "$run" = 1 ] || echo "$milliseconds"
done
