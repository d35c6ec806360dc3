#!/bin/sh
# Runs Neo4j 5.26 on the loopback address, without authentication, until it is
# interrupted.
#
#   run.sh [DATA [PORT]]   data in the folder DATA (data/neo4j/db), Bolt on PORT (7687)
#   run.sh build           only fetches and builds what that needs
#
# NEO4J_JAVA_OPTS replaces the JVM's flags for memory.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
launcher=$root/data/neo4j/launcher

need() {
    command -v "$1" >/dev/null 2>&1 && return
    echo "neo4j: $1 is missing: install $2, or run the container of deploy/compose.yaml" >&2
    exit 1
}
need java "a JDK, version 17 or 21"

if [ ! "$launcher/lib" -nt "$here/pom.xml" ] || [ ! "$launcher/lib" -nt "$here/src/main/java/Launcher.java" ]; then
    need mvn "Maven 3.8 or later"
    echo "neo4j: fetching Neo4j with Maven (about 120 MB, once)" >&2
    mkdir -p "$root/data/neo4j"
    fresh=$(mktemp -d "$root/data/neo4j/build.XXXXXX")
    trap 'rm -rf "$fresh"' EXIT INT TERM
    mvn -q -B -f "$here/pom.xml" -Dmaven.test.skip=true -Dlauncher.dir="$fresh" package >&2
    rm -rf "$launcher"
    mv "$fresh" "$launcher"
    trap - EXIT INT TERM
fi
[ "${1-}" = build ] && exit

# The flags behind the memory are those of Neo4j's own start script.
# shellcheck disable=SC2086
exec java ${NEO4J_JAVA_OPTS:--Xmx1g -Dpagecache.mb=512} \
    --add-opens=java.base/java.nio=ALL-UNNAMED --add-opens=java.base/java.io=ALL-UNNAMED \
    --add-opens=java.base/sun.nio.ch=ALL-UNNAMED -Dio.netty.tryReflectionSetAccessible=true \
    -cp "$launcher/lib/*" Launcher "${1-$root/data/neo4j/db}" "${2-7687}" ${3-}
