# SPDX-License-Identifier: GPL-3.0-or-later
"""A stand-in for the desktop portal, as far as mail goes, in the test's own process: it answers
while the test waits for something."""

import os

from gi.repository import Gio, GLib

from .wait import until

NAME = 'org.freedesktop.portal.Desktop'
PLACE = '/org/freedesktop/portal/desktop'
INTERFACE = '''<node><interface name="org.freedesktop.portal.Email">
  <method name="ComposeEmail">
    <arg type="s" direction="in"/><arg type="a{sv}" direction="in"/>
    <arg type="o" direction="out"/>
  </method>
  <property name="version" type="u" access="read"/>
</interface></node>'''

SENT, CANCELLED, FAILED = range(3)


class Message:
    """What was asked to be composed."""

    def __init__(self, options, attachments):
        self.subject = options.get('subject')
        self.body = options.get('body')
        self.addresses = options.get('addresses', [])
        self.attachments = attachments


class Portal:
    """`with Portal() as portal:` … portal.messages; answer is what the user does in the mail
    program."""

    def __init__(self, answer=SENT):
        self.answer = answer
        self.messages = []
        self.owned = False

    def __enter__(self):
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION, None)
        interface = Gio.DBusNodeInfo.new_for_xml(INTERFACE).interfaces[0]
        self.object = self.bus.register_object(PLACE, interface, self.called, self.asked, None)
        self.name = Gio.bus_own_name_on_connection(self.bus, NAME, Gio.BusNameOwnerFlags.NONE,
                                                   self.acquired, None)
        until(lambda: self.owned, 'the portal on the bus')
        return self

    def __exit__(self, *_):
        Gio.bus_unown_name(self.name)
        self.bus.unregister_object(self.object)

    def acquired(self, *_):
        self.owned = True

    def asked(self, *_):
        return GLib.Variant('u', 3)

    def called(self, bus, sender, path, interface, method, parameters, invocation):
        options = parameters.unpack()[1]
        descriptors = invocation.get_message().get_unix_fd_list()
        attachments = [read_whole(descriptors.get(handle))
                       for handle in options.get('attachment_fds', [])]
        self.messages.append(Message(options, attachments))
        request = '{}/request/{}/{}'.format(PLACE, sender[1:].replace('.', '_'),
                                            options['handle_token'])
        invocation.return_value(GLib.Variant('(o)', (request,)))
        # The answer comes once the call has returned: when the user has decided.
        GLib.idle_add(self.respond, sender, request)

    def respond(self, sender, request):
        self.bus.emit_signal(sender, request, 'org.freedesktop.portal.Request', 'Response',
                             GLib.Variant('(ua{sv})', (self.answer, {})))
        return GLib.SOURCE_REMOVE

    def message(self):
        """The only message, waited for."""
        until(lambda: self.messages, 'a message at the portal')
        assert len(self.messages) == 1, f'{len(self.messages)} messages'
        return self.messages[0]


def read_whole(descriptor):
    """The bytes of the file behind a descriptor, which may be good for nothing but naming it."""
    try:
        with open(f'/proc/self/fd/{descriptor}', 'rb') as file:
            return file.read()
    finally:
        os.close(descriptor)
