# SPDX-FileCopyrightText: 2026 The Sixfold contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives a real Sixfold window through accessibility and the keyboard, as a person would.

Runs inside build-aux/with-display: a session bus, an X server and a window manager are there.
What is on the screen is asked for over the accessibility bus itself: many questions at once, and
nothing remembered from before.
"""
import os
import pathlib
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

import gi
from gi.repository import Gio, GLib

SLOW = float(os.environ.get("SIXFOLD_GUI_SLOW", "1"))
ACCESSIBLE = "org.a11y.atspi.Accessible"
ACTION = "org.a11y.atspi.Action"
COMPONENT = "org.a11y.atspi.Component"
TEXT = "org.a11y.atspi.Text"
# bits of the state set
CHECKED, EDITABLE, ENABLED, EXPANDED, FOCUSABLE, FOCUSED = 4, 7, 8, 10, 11, 12
PRESSED, SELECTED, SENSITIVE, SHOWING, VISIBLE = 20, 23, 24, 25, 30
WINDOW_COORDINATES = 1


class Failed(AssertionError):
    """What was expected of the window did not happen."""


class Gone(Exception):
    """A part of the window is no longer there."""


def wait_for(what, get, timeout=15.0):
    """Calls get() until it answers something true, and returns that."""
    end = time.monotonic() + timeout * SLOW
    while True:
        try:
            answer = get()
        except Gone:
            answer = None
        if answer:
            return answer
        if time.monotonic() > end:
            raise Failed(f"waited {timeout * SLOW:g} s for {what}")
        time.sleep(0.05)


def query(path, sql, *values):
    """What is in a centre file, whoever writes in it meanwhile."""
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as db:
        return db.execute(sql, values).fetchall()


def xdotool(*words):
    return subprocess.run(["xdotool", *map(str, words)], check=True, capture_output=True,
                          text=True).stdout.strip()


def find_point(node):
    """Where the middle of a thing is on the screen."""
    place = dict(line.split("=") for line in xdotool(
        "getactivewindow", "getwindowgeometry", "--shell").split())
    x, y, width, height = node.extents()
    return int(place["X"]) + x + width // 2, int(place["Y"]) + y + height // 2


def set_text_scale(scale):
    """Letters so many times as large, and nothing else, in what is started from now on."""
    subprocess.run(["xprop", "-root", "-f", "RESOURCE_MANAGER", "8s", "-set", "RESOURCE_MANAGER",
                    f"Xft.dpi:\t{int(96 * scale)}\n"], check=True)


class Bus:
    """The accessibility bus."""

    def __init__(self):
        session = Gio.bus_get_sync(Gio.BusType.SESSION)
        address = session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress",
                                    None, None, Gio.DBusCallFlags.NONE, -1, None).unpack()[0]
        flags = (Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
                 | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION)
        self.connection = Gio.DBusConnection.new_for_address_sync(address, flags, None, None)
        self.context = GLib.MainContext.default()
        self.focus = None
        self.n_focused = 0
        self.roles = {}  # of what was seen: a thing keeps its role, and its address is its own
        self.leaves = set()
        self.connection.signal_subscribe(None, "org.a11y.atspi.Event.Object", "StateChanged", None,
                                         "focused", Gio.DBusSignalFlags.NONE, self.on_focused)

    def on_focused(self, _connection, name, path, _interface, _signal, arguments):
        if arguments.unpack()[1]:
            self.focus = (name, path)
            self.n_focused += 1

    def turn(self):
        while self.context.iteration(False):
            pass

    def ask(self, node, interface, method, arguments=None):
        try:
            return self.connection.call_sync(*node, interface, method, arguments, None,
                                             Gio.DBusCallFlags.NONE, 20000, None).unpack()
        except GLib.Error as error:
            raise Gone(f"{method}: {error.message}") from None

    def ask_all(self, questions):
        """Answers of many (node, interface, method, arguments); None where there is none."""
        answers = [None] * len(questions)
        left = len(questions)

        def done(connection, result, index):
            nonlocal left
            left -= 1
            try:
                answers[index] = connection.call_finish(result).unpack()
            except GLib.Error:
                pass

        for index, (node, interface, method, arguments) in enumerate(questions):
            self.connection.call(*node, interface, method, arguments, None,
                                 Gio.DBusCallFlags.NONE, 20000, None, done, index)
        while left:
            self.context.iteration(True)
        return answers

    def process_of(self, name):
        try:
            return self.connection.call_sync(
                "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                "GetConnectionUnixProcessID", GLib.Variant("(s)", (name,)), None,
                Gio.DBusCallFlags.NONE, -1, None).unpack()[0]
        except GLib.Error:
            return 0


class Node:
    """A thing on the screen, as it was when it was looked at."""

    def __init__(self, bus, ref, parent=None):
        self.bus = bus
        self.ref = ref
        self.parent = parent
        self.children = []
        self.name = self.role = self.description = ""
        self.states = 0

    def has(self, state):
        return bool(self.states >> state & 1)

    def walk(self):
        yield self
        for child in self.children:
            yield from child.walk()

    def ancestors(self):
        node = self.parent
        while node:
            yield node
            node = node.parent

    def look(self):
        """Asks anew for its states, name and role."""
        first, last = self.bus.ask(self.ref, ACCESSIBLE, "GetState")[0]
        self.states = first | last << 32
        self.name = self.bus.ask(self.ref, "org.freedesktop.DBus.Properties", "Get",
                                 GLib.Variant("(ss)", (ACCESSIBLE, "Name")))[0]
        self.role = self.bus.ask(self.ref, ACCESSIBLE, "GetRoleName")[0]
        return self

    def extents(self):
        """(x, y, width, height) in the window."""
        return self.bus.ask(self.ref, COMPONENT, "GetExtents",
                            GLib.Variant("(u)", (WINDOW_COORDINATES,)))[0]

    def is_mapped(self):
        """Whether it is really there, see drop_hidden()."""
        node = self
        while node.parent and not node.has(SENSITIVE):
            node = node.parent
        return bool(drop_hidden(self.bus, [node]))

    def text(self):
        """All text of an entry or text view."""
        count = self.bus.ask(self.ref, "org.freedesktop.DBus.Properties", "Get",
                             GLib.Variant("(ss)", (TEXT, "CharacterCount")))[0]
        return self.bus.ask(self.ref, TEXT, "GetText", GLib.Variant("(ii)", (0, count)))[0]

    def press(self):
        """Does what it is for; of a menu button, what the button inside it is for."""
        if not self.bus.ask(self.ref, "org.freedesktop.DBus.Properties", "Get",
                            GLib.Variant("(ss)", (ACTION, "NActions")))[0]:
            inner = next((node for node in self.children if node.role == self.role), None)
            if inner is None:
                raise Failed(f"{self} cannot be pressed")
            inner.press()
            return
        if not self.bus.ask(self.ref, ACTION, "DoAction", GLib.Variant("(i)", (0,)))[0]:
            raise Failed(f"{self} cannot be pressed")

    def __str__(self):
        return f"{self.role} “{self.name}”"


def drop_hidden(bus, nodes):
    """Those of the nodes that are really there.

    What lies on a hidden page of a stack still says that it is visible and where it was, but GTK
    picks only what is mapped. At one point may lie a picture that accessibility knows nothing of,
    so several are tried. What is insensitive is never picked, and is let through.
    """
    extents = bus.ask_all([(node.ref, COMPONENT, "GetExtents",
                            GLib.Variant("(u)", (WINDOW_COORDINATES,))) for node in nodes])
    there = {id(node) for node, found in zip(nodes, extents)
             if not found or not node.has(SENSITIVE)}
    left = [(node, found[0]) for node, found in zip(nodes, extents)
            if id(node) not in there and found[0][2] > 0 and found[0][3] > 0]
    for across, down in ((0.5, 0.5), (-0.01, 0.5), (0.25, 0.2), (0.7, 0.9), (0.02, 0.02)):
        answers = bus.ask_all([(node.ref, COMPONENT, "GetAccessibleAtPoint", GLib.Variant(
            "(iiu)", (int(box[0] + box[2] * across - (2 if across < 0 else 0)),
                      int(box[1] + box[3] * down), WINDOW_COORDINATES))) for node, box in left])
        there |= {id(node) for (node, _box), found in zip(left, answers)
                  if found and not found[0][1].endswith("/null")}
        left = [(node, box) for node, box in left if id(node) not in there]
    return [node for node in nodes if id(node) in there]


def ask_nodes(bus, nodes):
    """(properties, states, children, role) of each, as the bus answers; what cannot have changed
    is not asked for again."""
    questions = []
    for node in nodes:
        asked = [(node.ref, "org.freedesktop.DBus.Properties", "GetAll",
                  GLib.Variant("(s)", (ACCESSIBLE,))), (node.ref, ACCESSIBLE, "GetState", None)]
        if node.ref not in bus.leaves:
            asked.append((node.ref, ACCESSIBLE, "GetChildren", None))
        if node.ref not in bus.roles:
            asked.append((node.ref, ACCESSIBLE, "GetRoleName", None))
        questions.append(asked)
    answers = iter(bus.ask_all([question for asked in questions for question in asked]))
    for node, asked in zip(nodes, questions):
        properties, states = next(answers), next(answers)
        refs = None if node.ref in bus.leaves else next(answers)
        role = (bus.roles[node.ref],) if node.ref in bus.roles else next(answers)
        yield properties, states, refs, role


def remember(bus, node, refs):
    bus.roles[node.ref] = node.role
    if node.role in ("image", "separator") or node.role == "label" and refs and not refs[0]:
        bus.leaves.add(node.ref)


def read_tree(bus, ref):
    """All that is beneath a thing on the screen, level by level; what is hidden is left out.

    GTK can only pick what was asked for once, so what is hidden is left out at the end.
    """
    root = Node(bus, ref)
    level = [root]
    while level:
        seen = []
        for node, answers in zip(level, ask_nodes(bus, level)):
            properties, states, refs, role = answers
            if not properties or not role or not states:
                continue
            node.name = properties[0].get("Name", "")
            node.description = properties[0].get("Description", "")
            node.role = role[0]
            node.states = states[0][0] | states[0][1] << 32
            remember(bus, node, refs)
            if node.has(VISIBLE) or node is root:
                seen.append((node, (refs or [[]])[0]))
        level = []
        for node, refs in seen:
            if node.parent:
                node.parent.children.append(node)
            level += [Node(bus, tuple(child), node) for child in refs]
    prune(root)
    return root


def prune(root):
    """Takes out what is on hidden pages, from the top down."""
    level = root.children
    while level:
        boxes = [node for node in level if node.role in ("group", "widget")]
        hidden = {id(node) for node in boxes} - {id(node) for node in drop_hidden(root.bus, boxes)}
        for node in level:
            if id(node) in hidden:
                node.parent.children.remove(node)
        level = [child for node in level if id(node) not in hidden for child in node.children]


def make_home():
    """A new folder, without "_" in its name, which is a mnemonic's mark in a label."""
    while "_" in (home := tempfile.mkdtemp(prefix="sixfold-gui-")):
        os.rmdir(home)
    return home


class App:
    """One run of the program with folders of its own."""

    def __init__(self, arguments=(), home=None, env=None, settings=None, text_scale=1):
        self.binary = os.environ["SIXFOLD_BINARY"]
        self.own_home = home is None
        self.home = pathlib.Path(home or make_home())
        self.bus = Bus()
        self.log = self.process = self.app = None
        if settings:
            self.write_settings(settings)
        set_text_scale(text_scale)
        self.start(arguments, env)

    # --- the process -----------------------------------------------------------------------

    def environment(self, more):
        env = dict(os.environ)
        for folder, key in (("data", "XDG_DATA_HOME"), ("config", "XDG_CONFIG_HOME"),
                            ("state", "XDG_STATE_HOME"), ("cache", "XDG_CACHE_HOME")):
            path = self.home / folder
            path.mkdir(parents=True, exist_ok=True)
            env[key] = str(path)
        documents = self.home / "Documents"
        documents.mkdir(exist_ok=True)
        (self.home / "config" / "user-dirs.dirs").write_text(
            f'XDG_DOCUMENTS_DIR="{documents}"\n', encoding="utf-8")
        # the log is looked at for leaks, see judge_log()
        env["LSAN_OPTIONS"] = env.get("LSAN_OPTIONS", "") + ":exitcode=0"
        env.update({"HOME": str(self.home), "GSETTINGS_BACKEND": "keyfile",
                    "GDK_BACKEND": "x11", "GSK_RENDERER": "cairo", "GTK_A11Y": "atspi",
                    # a graphics driver is loaded for nothing, and leaks
                    "GDK_DEBUG": "gl-disable",
                    "NO_AT_BRIDGE": "0", "LC_ALL": "C.UTF-8", "TZ": "UTC"})
        env.update(more or {})
        return env

    def settings_file(self):
        return self.home / "config" / "glib-2.0" / "settings" / "keyfile"

    def write_settings(self, settings):
        """What a computer would remember of earlier starts, as {key: GVariant text}."""
        path = self.settings_file()
        path.parent.mkdir(parents=True, exist_ok=True)
        lines = [f"{key}={value}" for key, value in settings.items()]
        path.write_text("[io/github/sixfold_app/Sixfold]\n" + "\n".join(lines) + "\n",
                        encoding="utf-8")

    def start(self, arguments=(), env=None):
        """Starts it (again), and waits until its window can be asked."""
        self.log = open(self.home / "log.txt", "ab")
        self.process = subprocess.Popen([self.binary, *map(str, arguments)], stdout=self.log,
                                        stderr=subprocess.STDOUT, env=self.environment(env))
        self.app = None
        self.app = wait_for("the program's window", self.find_application, 60)

    def find_application(self):
        if self.process.poll() is not None:
            raise Failed(f"the program ended: {self.process.returncode}\n{self.log_text()}")
        registry = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
        for ref in self.bus.ask(registry, ACCESSIBLE, "GetChildren")[0]:
            if self.bus.process_of(ref[0]) == self.process.pid:
                ref = tuple(ref)
                return ref if self.bus.ask(ref, ACCESSIBLE, "GetChildren")[0] else None
        return None

    def log_text(self):
        return (self.home / "log.txt").read_text(encoding="utf-8", errors="replace")

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        self.log.close()

    def wait_for_end(self):
        try:
            self.process.wait(60 * SLOW)
        except subprocess.TimeoutExpired:
            self.screenshot("not-ended.png")
            self.process.kill()
            self.process.wait()
            raise Failed("the program did not end\n" + self.log_text()) from None
        finally:
            self.log.close()

    def quit(self, leaks=True):
        """Closes it as a person would, and looks at how it ended.

        GTK's file chooser leaks, and so does its reading of the clipboard under X11 (the stream of
        each paste): a run that had one of them is closed without looking for leaks.
        """
        self.key("ctrl+q")
        self.wait_for_end()
        if self.process.returncode != 0:
            raise Failed(f"ended with {self.process.returncode}\n{self.log_text()}")
        self.judge_log(leaks)

    def judge_log(self, look_for_leaks=True):
        """Fails on what GTK or a sanitizer complains of."""
        text = self.log_text()
        parts = re.split(r"\n(?=(?:Direct|Indirect) leak of )", text)[1:]
        leaks = parts if look_for_leaks else []
        bad = [leak for leak in leaks if not is_quark_table(leak)]
        said = re.findall(r".*(?:CRITICAL|WARNING|runtime error|ERROR: AddressSanitizer).*", text)
        # labels of GTK's own window of shortcuts; a popup or tooltip of a window that the window
        # manager has not placed yet
        bad += [line for line in said if not re.search(
            r"GtkLabel .* reported min width -|gdk_monitor_get_geometry: assertion", line)]
        if bad:
            raise Failed("the log says:\n" + "\n".join(bad)[:6000])

    def remove(self):
        if self.process.poll() is None:
            self.kill()
        if self.own_home:
            shutil.rmtree(self.home, ignore_errors=True)

    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        if kind is not None:
            if self.process.poll() is None:
                self.screenshot("failed.png")
                sys.stderr.write(self.outline())
            sys.stderr.write(self.log_text()[-4000:])
        self.remove()

    # --- looking --------------------------------------------------------------------------

    def windows(self):
        """The windows, the one used last at the end."""
        refs = self.bus.ask(self.app, ACCESSIBLE, "GetChildren")[0]
        roots = [read_tree(self.bus, tuple(ref)) for ref in refs]
        return [root for root in roots if root.has(SHOWING) or root.has(VISIBLE)]

    def nodes(self, root=None):
        for window in [read_tree(self.bus, root.ref)] if root else self.windows():
            yield from window.walk()

    def seek(self, name=None, role=None, root=None, state=None):
        """The last thing on the screen of that name (a text, or a compiled pattern) and role."""
        found = None
        for node in self.nodes(root):
            if role is not None and node.role != role:
                continue
            if name is not None and not is_called(node, name):
                continue
            if state is not None and not node.has(state):
                continue
            if found is None and node.is_mapped():
                found = node
        return found

    def find(self, name=None, role=None, root=None, state=None, timeout=15.0):
        what = f"{role or 'something'} “{getattr(name, 'pattern', name)}”"
        return wait_for(what, lambda: self.seek(name, role, root, state), timeout)

    def gone(self, name=None, role=None, timeout=15.0):
        wait_for(f"“{name}” to go", lambda: self.seek(name, role) is None, timeout)

    def labels(self, root=None):
        """The words on the screen, one label a line."""
        return "\n".join(node.name for node in self.nodes(root)
                         if node.role in ("label", "heading"))

    def outline(self):
        """What is on the screen, for a person who looks for what went wrong."""
        lines = []

        def add(node, depth):
            focused = " *" if node.has(FOCUSED) else ""
            lines.append("  " * depth + str(node) + focused)
            for child in node.children:
                add(child, depth + 1)

        for window in self.windows():
            add(window, 0)
        return "\n".join(lines) + "\n"

    def focused(self):
        """What has the focus, by what the program said last; by looking if it said nothing."""
        self.bus.turn()
        if self.bus.focus and self.bus.focus[0] == self.app[0]:
            try:
                node = Node(self.bus, self.bus.focus).look()
                if node.has(FOCUSED):
                    return node
            except Gone:
                pass
        return next((node for node in self.nodes() if node.has(FOCUSED)), None)

    def wait_for_focus(self, name, timeout=15.0):
        """Waits until the thing of that name (text or pattern) has the focus."""
        def look():
            node = self.focused()
            return node if node and is_called(node, name) else None

        return wait_for(f"the focus on “{getattr(name, 'pattern', name)}”", look, timeout)

    def move_focus(self, key="Tab"):
        """Presses a key that moves the focus, and answers where it is then."""
        self.bus.turn()
        before = self.bus.n_focused
        xdotool("key", "--clearmodifiers", key)
        end = time.monotonic() + 2 * SLOW
        while self.bus.n_focused == before and time.monotonic() < end:
            self.bus.turn()
            time.sleep(0.005)
        # it may not have moved: then it is the only thing there is
        return self.focused()

    def tab_to(self, name, key="Tab", limit=60):
        """Goes on with Tab (or another key) until the thing of that name has the focus."""
        passed = []
        node = self.focused()
        if node and is_called(node, name):
            return node
        for _ in range(limit):
            node = self.move_focus(key)
            if node and is_called(node, name):
                return node
            passed.append(str(node))
            if passed[-3:] == [str(node)] * 3:
                break
        raise Failed(f"{key} does not lead to “{getattr(name, 'pattern', name)}” but to\n  "
                     + "\n  ".join(passed))

    def screenshot(self, name):
        folder = pathlib.Path(os.environ.get("SIXFOLD_SHOTS", self.home))
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / name
        subprocess.run(["import", "-window", "root", str(path)], check=False)
        return path

    # --- acting ----------------------------------------------------------------------------

    def press(self, name=None, role=None, root=None, timeout=15.0):
        node = self.find(name, role, root, timeout=timeout)
        node.press()
        return node

    def key(self, *keys):
        xdotool("key", "--clearmodifiers", "--delay", 30, *keys)

    def type(self, text, delay=6):
        xdotool("type", "--clearmodifiers", "--delay", delay, text)

    def click(self, node):
        """With the mouse, in the middle of it."""
        xdotool("mousemove", *find_point(node))
        xdotool("click", 1)

    def open_example(self, prepare=None, env=None):
        """Quits, and opens a copy of the example centre, which prepare(path) may change first."""
        self.quit()
        path = self.home / "Documents" / "Example.sixfold"
        shutil.copy(os.environ["SIXFOLD_EXAMPLE"], path)
        if prepare:
            prepare(path)
        self.start([path], env)
        self.find("Overview", "list item", timeout=60)
        return path

    def show_page(self, nth, title):
        """Goes to the nth section of the sidebar by keyboard, and waits for it."""
        self.key(f"ctrl+{nth}")
        wait_for(f"the page “{title}”", lambda: self.title().startswith(title))

    def show_first_statement(self, nth, code):
        """Goes to an area, the nth section, and in it from wherever it stands to its first."""
        self.key(f"ctrl+{nth}")
        place = self.find(re.compile(f"^({code}-[SKQ]\\d+|{code}) · "), "label").name
        if place.startswith(f"{code}-S"):
            steps = ["alt+Up"] * (int(re.search(r"\d+", place).group()) - 1)
        elif place.startswith(f"{code} "):
            steps = ["alt+Down"]  # the grade comes before it
        else:
            steps = ["alt+Up"] * 25 + ["alt+Down"]
        if steps:
            self.key(*steps)
        self.find(re.compile(f"^{code}-S1 "), "label")

    def menu(self, label):
        """Chooses an item of the main menu."""
        self.key("F10")
        node = self.find(label, "menu item")
        node.press()

    def go_to_section(self, title):
        """Goes to a section of the sidebar by keyboard: F6 to the sections, arrows, Enter."""
        sections = re.compile("^(Overview|Leading L|Stronger F|Being A|Shaping the P|"
                              "Managing the O|Building and S|Evidence|Targets|Development|"
                              "Performance m|Outcomes|Meetings|Report)")
        for _ in range(5):
            node = self.move_focus("F6")
            if node and node.role == "list item" and sections.search(node.name):
                break
        else:
            raise Failed("F6 does not lead to the sections")
        self.key("Home")
        node = self.focused()
        while not node.name.startswith(title):
            before, node = node.name, self.move_focus("Down")
            if node.name == before:
                raise Failed(f"there is no section “{title}”")
        self.key("Return")
        wait_for(f"the page “{title}”", lambda: self.title().startswith(title))

    def title(self):
        """The title of the window used last."""
        refs = self.bus.ask(self.app, ACCESSIBLE, "GetChildren")[0]
        return Node(self.bus, tuple(refs[-1])).look().name

    def choose_file(self, path):
        """Answers a file chooser by keyboard: the location is typed in full."""
        def windows():
            return [tuple(ref) for ref in self.bus.ask(self.app, ACCESSIBLE, "GetChildren")[0]]

        wait_for("a file chooser", lambda: len(windows()) > 1)
        chooser = windows()[-1]
        self.find(re.compile("Cancel$"), "button")
        if self.seek(re.compile("Open$"), "button"):
            self.key("ctrl+l")
        self.key("ctrl+a")
        self.type(str(path))

        def is_closed():
            # the list of completions may take the first Return for itself
            self.key("Return")
            end = time.monotonic() + 1
            while chooser in windows() and time.monotonic() < end:
                time.sleep(0.05)
            return chooser not in windows()

        wait_for("the file chooser to go", is_closed)


def is_called(node, name):
    """Whether a thing has that name (or one that matches, for a compiled pattern)."""
    return bool(name.search(node.name)) if hasattr(name, "search") else name == node.name


def is_quark_table(leak):
    """GLib keeps the names of quarks in a table, and leaves the old one behind when it grows."""
    frames = re.findall(r"^\s+#\d+ \S+ in (\S+)", leak, re.MULTILINE)
    return (bool(re.match(r"Direct leak of (16384|32768|49152) byte\(s\) in 1 object", leak))
            and frames[1:2] == ["g_malloc"] and "sf_" not in leak)
