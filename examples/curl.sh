#!/bin/sh
# Questions by curl: MUEANG=http://localhost:8080/graphql examples/curl.sh
set -eu
mueang=${MUEANG:-http://localhost:8080/graphql}
ask() { curl --fail-with-body --silent --show-error --compressed "$mueang" -H 'Content-Type: application/json' -d "$1"; echo; }

# Who chaired which meeting, with the sentence that says so.
ask '{"query": "{ meetings(first: 3) { nodes { name startDate { value } chairs { edges { node { ... on Person { name } } evidence { quote document { url } } } } } } }"}'

# The same by variables.
ask '{"query": "query ($name: String!) { people(filter: {name: {contains: $name}}) { nodes { id name } } }", "variables": {"name": "พุทธิพงษ์"}}'

# By GET, which browsers and caches may keep: asked again with its ETag, it is 304.
curl --fail --silent --get "$mueang" --data-urlencode 'query={ meetingStatistics(groupBy: [YEAR]) { keys count } }' --dump-header - --output /dev/null | grep -i '^etag'

# What a query costs, before it is paid.
ask '{"query": "{ queryCost { cost limit } people(first: 100) { totalCount } }"}'

# What changes, for two seconds.
curl --silent --no-buffer --max-time 2 "$mueang" -H 'Accept: text/event-stream' -H 'Content-Type: application/json' \
  -d '{"query": "subscription { changes { cursor node { action nodeId kind at } } }"}' || [ $? = 28 ] # the time is up
