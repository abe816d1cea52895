#!/usr/bin/env bash
# Whether a node is ready, this container's or that of a host given: exit 0 or 1. The image has no curl, and a runtime started every few
# seconds for one request would cost more than the node does when it is idle; bash opens the connection itself.
exec 3<> "/dev/tcp/${1:-127.0.0.1}/${CAFE_MANAGEMENT_PORT:-8558}" || exit 1
printf 'GET /ready HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' >&3
read -r -t 2 _ status _ <&3
[ "$status" = 200 ]
