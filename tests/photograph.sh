#!/bin/bash
# Starts a program, photographs the screen once its window stands still, and ends the program.
#
# usage: tests/photograph.sh PICTURE.png COMMAND [ARGUMENT…]
#
# Run it inside tests/headless.sh: it photographs the whole display.
set -u

picture=$1
shift
patience=60 # tenths of a second for the window to come, and again for it to stand still

"$@" </dev/null &
program=$!
trap 'kill "$program" 2>/dev/null; wait "$program" 2>/dev/null' EXIT

fail () { echo "$*" >&2; exit 1; }

waited=0
until xdotool search --onlyvisible --pid "$program" >/dev/null 2>&1; do
  kill -0 "$program" 2>/dev/null || fail "The program ended before it showed a window."
  [ $((waited += 1)) -le "$patience" ] || fail "No window within $((patience / 10)) seconds."
  sleep 0.1
done

# A window stands still when two pictures a moment apart are the same and more than one colour.
before='' still=0
for ((waited = 0; waited < patience && still < 3; waited++)); do
  sleep 0.1
  import -window root "$picture" || fail "The display could not be photographed."
  now=$(identify -format '%# %k' "$picture")
  if [ "$now" = "$before" ] && [ "${now##* }" -gt 1 ]; then
    still=$((still + 1))
  else
    still=0
  fi
  before=$now
done
[ -s "$picture" ]
