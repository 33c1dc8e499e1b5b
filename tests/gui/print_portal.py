# SPDX-FileCopyrightText: 2026 The Sixfold contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A stand-in for the portals of printing and sending: org.freedesktop.portal.Print and Email.

usage: print_portal.py ANSWER FILE

ANSWER is "print" (paper Letter is chosen), "plain" (nothing is said of the paper), "cancel" or
"fail". What comes through the descriptor of Print, or is attached to a letter, is written to FILE.
It says "ready" when it owns its name, and a line for each call.
"""
import os
import sys

import gi

gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib  # noqa: E402

INTERFACES = """<node>
  <interface name="org.freedesktop.portal.Print">
    <method name="PreparePrint">
      <arg type="s" direction="in"/><arg type="s" direction="in"/>
      <arg type="a{sv}" direction="in"/><arg type="a{sv}" direction="in"/>
      <arg type="a{sv}" direction="in"/><arg type="o" direction="out"/>
    </method>
    <method name="Print">
      <arg type="s" direction="in"/><arg type="s" direction="in"/>
      <arg type="h" direction="in"/><arg type="a{sv}" direction="in"/>
      <arg type="o" direction="out"/>
    </method>
    <property name="version" type="u" access="read"/>
  </interface>
  <interface name="org.freedesktop.portal.Email">
    <method name="ComposeEmail">
      <arg type="s" direction="in"/><arg type="a{sv}" direction="in"/>
      <arg type="o" direction="out"/>
    </method>
    <property name="version" type="u" access="read"/>
  </interface>
  <interface name="org.freedesktop.portal.Request">
    <method name="Close"/>
    <signal name="Response"><arg type="u"/><arg type="a{sv}"/></signal>
  </interface>
</node>"""
# Letter, 216 by 279 mm: not the paper that was proposed
SETUP = {"PPDName": GLib.Variant("s", "Letter"), "DisplayName": GLib.Variant("s", "US Letter"),
         "Width": GLib.Variant("d", 215.9), "Height": GLib.Variant("d", 279.4),
         "MarginTop": GLib.Variant("d", 5.0), "MarginBottom": GLib.Variant("d", 5.0),
         "MarginLeft": GLib.Variant("d", 5.0), "MarginRight": GLib.Variant("d", 5.0),
         "Orientation": GLib.Variant("s", "portrait")}
TOKEN = 4711


class Portal:
    def __init__(self, answer, path):
        self.answer, self.path = answer, path
        self.node = Gio.DBusNodeInfo.new_for_xml(INTERFACES)
        self.loop = GLib.MainLoop()

    def request(self, bus, sender, options):
        token = options.get("handle_token", "t")
        handle = (f"/org/freedesktop/portal/desktop/request/"
                  f"{sender[1:].replace('.', '_')}/{token}")
        bus.register_object(handle, self.node.lookup_interface("org.freedesktop.portal.Request"),
                            None, None, None)
        return handle

    def keep(self, invocation, index):
        """What a descriptor is of; one of a letter may name its file alone, and is opened anew."""
        files = invocation.get_message().get_unix_fd_list()
        descriptor = files.get(index)
        with open(f"/proc/self/fd/{descriptor}", "rb") as source, open(self.path, "wb") as target:
            target.write(source.read())
        os.close(descriptor)

    def respond(self, bus, sender, handle, code, results):
        bus.emit_signal(sender, handle, "org.freedesktop.portal.Request", "Response",
                        GLib.Variant("(ua{sv})", (code, results)))
        return GLib.SOURCE_REMOVE

    def on_call(self, bus, sender, _path, _interface, method, parameters, invocation):
        options = parameters.unpack()[-1]
        handle = self.request(bus, sender, options)
        code, results = {"print": 0, "plain": 0, "cancel": 1, "fail": 2}[self.answer], {}
        if method == "PreparePrint":
            _parent, title, _settings, setup, _options = parameters.unpack()
            print(f"prepare {title} {setup.get('PPDName') or setup.get('Name')}", flush=True)
            if code == 0:
                results = {"settings": GLib.Variant("a{sv}", {}), "token": GLib.Variant("u", TOKEN)}
            if self.answer == "print":
                results["page-setup"] = GLib.Variant("a{sv}", SETUP)
        elif method == "Print":
            self.keep(invocation, parameters.unpack()[2])
            print(f"print {options.get('token')}", flush=True)
        else:
            self.keep(invocation, options["attachment_fds"][0])
            print(f"send {options.get('subject')}", flush=True)
        invocation.return_value(GLib.Variant("(o)", (handle,)))
        GLib.timeout_add(50, self.respond, bus, sender, handle, code, results)

    def on_bus(self, bus, _name):
        for name in ("Print", "Email"):
            bus.register_object("/org/freedesktop/portal/desktop",
                                self.node.lookup_interface(f"org.freedesktop.portal.{name}"),
                                self.on_call, lambda *_: GLib.Variant("u", 1), None)

    def run(self):
        Gio.bus_own_name(Gio.BusType.SESSION, "org.freedesktop.portal.Desktop",
                         Gio.BusNameOwnerFlags.REPLACE, self.on_bus,
                         lambda *_: print("ready", flush=True),
                         lambda *_: sys.exit("the name is taken"))
        self.loop.run()


if __name__ == "__main__":
    Portal(sys.argv[1], sys.argv[2]).run()
