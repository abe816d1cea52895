#!/usr/bin/env bash
# Says how to order when there is a node of every role that is ready, and then only waits: `docker compose up --wait` takes a container that
# has ended for one that failed.
trap 'exit 0' TERM INT
for role in front seed grinder machine; do
  until bash "${0%/*}/ready.sh" "$role" 2> /dev/null; do
    sleep 1 & wait $!
  done
done
key=${CAFE_API_KEY:+ -H \"X-Api-Key: \$CAFE_API_KEY\"}
cat <<END
The café is open: http://localhost:8080
Order a coffee:
  curl -s localhost:8080/orders$key -H 'content-type: application/json' -d '{"id": "1", "drink": "coffee", "customer": "Ada"}'
END
touch /tmp/open
sleep infinity & wait
