#!/bin/bash
# Runs a command with a display, a session bus and a home of its own, and leaves nothing behind.
#
# usage: tests/headless.sh [-w WINDOW-MANAGER] [-s WIDTHxHEIGHT] COMMAND [ARGUMENT…]
#
# The exit status is the command's. Nothing is written to standard output but by the command, so it
# serves as `meson test --wrapper`, with any number of them side by side: Xvfb picks a free display.
set -u

wm='' size=1280x900
while getopts w:s: option; do
  case $option in
    w) wm=$OPTARG ;;
    s) size=$OPTARG ;;
    *) exit 2 ;;
  esac
done
shift $((OPTIND - 1))
[ $# -gt 0 ] || { echo "usage: $0 [-w WINDOW-MANAGER] [-s WIDTHxHEIGHT] COMMAND…" >&2; exit 2; }

place=$(mktemp -d "${TMPDIR:-/tmp}/entente-headless.XXXXXX") || exit 99
started=()

clean_up ()
{
  for pid in "${started[@]}"; do
    kill "$pid" 2>/dev/null
    wait "$pid" 2>/dev/null
  done
  rm -rf "$place"
}
trap clean_up EXIT
trap 'exit 143' TERM
trap 'exit 130' INT

mkdir -m 700 "$place"/{run,home,config,cache,data,state}

exec {announce}>"$place/display"
Xvfb -displayfd "$announce" -screen 0 "${size}x24" -nolisten tcp -noreset \
  >"$place/xvfb.log" 2>&1 </dev/null &
xvfb=$!
started+=("$xvfb")
exec {announce}>&-

# A display appears in a few hundredths of a second; a busy machine may take many times that.
until [ -s "$place/display" ]; do
  if ! kill -0 "$xvfb" 2>/dev/null; then
    echo "Xvfb did not start:" >&2
    cat "$place/xvfb.log" >&2
    exit 99
  fi
  sleep 0.02
done

unset WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS AT_SPI_BUS_ADDRESS XAUTHORITY GTK_THEME
DISPLAY=:$(<"$place/display")
export DISPLAY \
  HOME=$place/home \
  XDG_RUNTIME_DIR=$place/run \
  XDG_CONFIG_HOME=$place/config \
  XDG_CACHE_HOME=$place/cache \
  XDG_DATA_HOME=$place/data \
  XDG_STATE_HOME=$place/state \
  LC_ALL=${LC_ALL:-C.UTF-8} \
  GDK_BACKEND=${GDK_BACKEND:-x11} \
  GSK_RENDERER=${GSK_RENDERER:-cairo} \
  GSETTINGS_BACKEND=${GSETTINGS_BACKEND:-memory} \
  GIO_USE_VFS=${GIO_USE_VFS:-local} \
  ADW_DISABLE_PORTAL=${ADW_DISABLE_PORTAL:-1}

if [ -n "$wm" ]; then
  "$wm" >"$place/wm.log" 2>&1 </dev/null &
  started+=($!)
  # Somebody will look at this: text as GNOME sets it.
  mkdir "$place/config/gtk-4.0"
  printf '[Settings]\ngtk-font-name=Cantarell 11\n' >"$place/config/gtk-4.0/settings.ini"
fi

# Not exec: what was started here is ended here. The bus ends with the command; what it and the
# services it starts have to say is not the command's to say.
# shellcheck disable=SC2016 # The inner shell expands these.
dbus-run-session -- bash -c 'exec "$@" >&3 2>&4 3>&- 4>&-' bash "$@" \
  3>&1 4>&2 >"$place/bus.log" 2>&1
