#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Sixfold contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Walks every page and window. Fails on anything that can have the focus and has no name, has a
name that is not its own on the page, that lacks its visible label or that only names a class of
GTK, and where Tab does not go as one reads.
"""
import re
import sys

from sfgui import FOCUSABLE, SENSITIVE, App, Gone, drop_hidden, wait_for

MET = ("button", "list item", "grid cell", "combo box", "checkbox", "radio", "text box", "heading",
       "menu item", "toggle button", "search box")
LABELLED = ("button", "list item", "toggle button", "checkbox", "radio", "menu item")
CLASS = re.compile(r"^(Gtk|Adw|Sf)[A-Z]")
wrong = []


def complain(place, what):
    line = f"{place}: {what}"
    if line not in wrong:
        wrong.append(line)
        print(line, flush=True)


def label_of(node):
    """The words that a person sees first on it."""
    labels = [inner.name.strip() for inner in node.walk()
              if inner is not node and inner.role == "label" and inner.name.strip()]
    return labels[0] if labels else ""


def is_inside(node):
    """GTK's own parts that say they could have the focus and never get it: the row that a
    drop-down shows, the box that a menu's items stand in."""
    if node.role == "widget" and any(above.role == "combo box" for above in node.ancestors()):
        return True
    return node.role == "group" and any(inner.role.startswith("menu item")
                                        for inner in node.walk())


def flatten(text):
    return re.sub(r"\s+", " ", text).strip().casefold()


def list_focusable(app, window):
    """Whatever can have the focus in a window, in the order of the tree."""
    nodes = [node for node in window.walk()
             if node.has(FOCUSABLE) and node.has(SENSITIVE) and not is_inside(node)]
    return drop_hidden(app.bus, nodes)


def check_all(place, window):
    """What a screen reader meets on its way, whether or not it can have the focus."""
    for node in window.walk():
        if node.role in MET and CLASS.match(node.name):
            complain(place, f"{node} is named after a class")
        if node.role in MET and is_twice(node.name):
            complain(place, f"{node} is said twice")
        if node.role == "label" and node.name == "(None)":
            complain(place, f"a {node.parent.role} shows “(None)” to a screen reader")
        if node.role == "combo box":
            button = next((inner for inner in node.children if inner.role == "button"), node)
            if not node.description.strip() or button.description != node.description:
                complain(place, f"{node} does not say what is chosen")


def is_twice(name):
    half = len(name) // 2
    return len(name) % 2 and name[:half] == name[half + 1:] and name[half] == " "


def check_names(app, place, window=None):
    window = window or app.windows()[-1]
    check_all(place, window)
    names = {}
    nodes = list_focusable(app, window)
    for node in nodes:
        name = node.name
        if not name.strip():
            inner = next((n.name for n in node.walk() if n.name), "")
            complain(place, f"a {node.role} without a name (in it: “{inner}”)")
            continue
        if CLASS.match(name):
            complain(place, f"{node} is named after a class")
        if re.search(r"(^|[^_\w])_\w|\w_[^\W_]", name):
            complain(place, f"{node} shows its mnemonic")
        label = label_of(node) if node.role in LABELLED and node.parent.role != "combo box" else ""
        if label and flatten(label) not in flatten(name):
            complain(place, f"{node} lacks its visible label “{label}”")
        names.setdefault(flatten(name), []).append(node)
    for same in names.values():
        if len(same) > 1:
            complain(place, f"{len(same)} things are called “{same[0].name}”: "
                     + ", ".join(node.role for node in same))
    return nodes


def check_order(app, place):
    """Tab all the way round; each step must go on as one reads: down, or to the right."""
    window = app.windows()[-1]
    title = window.name
    nodes = list_focusable(app, window)
    extents = {node.ref: node.extents() for node in nodes}
    first = app.focused()
    if first is None:
        first = app.move_focus()
    visited = [first]
    for _ in range(len(nodes) + 10):
        node = app.move_focus()
        if node is None:
            complain(place, "Tab loses the focus")
            return
        if node.ref == first.ref:
            break
        if node.ref == visited[-1].ref:
            complain(place, f"Tab does not leave {node}")
            return
        if app.title() != title:
            complain(place, f"Tab to {node} goes to another page")
            return
        visited.append(node)
    else:
        complain(place, "Tab does not come round")
        return
    # the round begins at what stands first on the window
    known = [node for node in visited if node.ref in extents]
    order = {node.ref: index for index, node in enumerate(nodes)}
    start = min(range(len(known)), key=lambda i: order[known[i].ref], default=0)
    round_trip = known[start:] + known[:start]
    foot = window.extents()[1] + window.extents()[3]
    for one, two in zip(round_trip, round_trip[1:]):
        if extents[one.ref][1] > foot:
            continue  # scrolled out below, where its place says nothing
        if is_backwards(extents[one.ref], extents[two.ref]):
            complain(place, f"from {one} Tab goes back to {two}")
    missed = [node for node in nodes if node.role == "text box"
              and node.ref not in {v.ref for v in visited}
              and not any(v.ref in {n.ref for n in node.walk()} for v in visited)
              and not any(a.ref in {v.ref for v in visited} for a in node.ancestors())]
    for node in missed:
        complain(place, f"Tab does not reach {node}")


def is_backwards(one, two):
    slack = 4
    above = two[1] + two[3] <= one[1] + slack
    level = not above and two[1] < one[1] + one[3] - slack
    if above:
        return two[0] < one[0] + one[2] - slack and two[0] <= one[0] + slack * 4
    return level and two[0] + two[2] <= one[0] + slack


def look(app, place, order=False):
    try:
        check_names(app, place)
        if order:
            check_order(app, place)
    except Gone as gone:  # the page was still being built
        print(f"{place}: looked at again ({gone})")
        check_names(app, place)


def close_window(app):
    n = len(app.windows())
    app.key("Escape")
    wait_for("the window to close", lambda: len(app.windows()) < n)


def wait_for_window(app, title):
    wait_for(f"the window “{title}”", lambda: len(app.windows()) > 1
             and app.title().startswith(title))


def walk_areas(app, titles, codes=("LLD", "SFC", "BAR", "SPF", "MTO", "BST")):
    """Of each area the grade and the first statement of each group, all by Alt+Up and Alt+Down."""
    for index, title in enumerate(titles):
        app.show_first_statement(2 + index, codes[index])
        rows = [node.name for node in app.nodes(app.find("Statements", "list"))
                if node.role == "list item"]
        counts = [len([row for row in rows if row[0] == letter]) for letter in "SKQ"]
        look(app, f"{title}, S1", order=index == 0)
        app.key("alt+Up")
        app.find(re.compile("^Grade of "), "heading")
        look(app, f"{title}, the grade", order=index == 0)
        for steps, statement in ((1 + counts[0], "K1"), (counts[1], "Q1")):
            app.key(*["alt+Down"] * steps)
            app.find(re.compile(f"-{statement} "), "label")
            look(app, f"{title}, {statement}", order=index == 0 and statement == "K1")


def walk_menu_pages(app):
    for item, title in (("Centre profile", "Centre"), ("Contributors", "Contributors"),
                        ("Evaluations", "Evaluations"), ("History", "History")):
        app.menu(item)
        wait_for(f"the page “{title}”", lambda title=title: app.title().startswith(title))
        look(app, title, order=title != "History")


def walk_windows(app):
    app.key("ctrl+comma")
    wait_for_window(app, "Preferences")
    look(app, "Preferences", order=True)
    close_window(app)
    app.key("F1")
    wait_for_window(app, "Help")
    look(app, "Help", order=True)
    close_window(app)
    app.menu("About Sixfold")
    wait_for("the window", lambda: len(app.windows()) > 1)
    check_library_window(app, "About")
    close_window(app)
    app.key("ctrl+question")
    wait_for("the window", lambda: len(app.windows()) > 1)
    check_library_window(app, "Shortcuts")
    close_window(app)
    app.menu("Check this file")
    wait_for("the answer", lambda: len(app.windows()) > 1, 60)
    check_library_window(app, "an answer")
    app.key("Return")
    wait_for("the answer to go", lambda: len(app.windows()) == 1)


def check_library_window(app, place):
    """In a window of GTK's own, nothing may be nameless that a person acts with."""
    for node in list_focusable(app, app.windows()[-1]):
        if node.role in ("button", "text box", "checkbox") and not node.name.strip():
            complain(place, f"a {node.role} without a name")


def walk_popovers(app):
    app.show_page(1, "Overview")
    app.key("ctrl+f")
    app.find(re.compile("^Search the centre file for"))
    app.type("families")
    app.find("What was found", "list")
    look(app, "Search")
    app.key("Escape")
    app.gone("What was found", "list")
    app.key("F10")
    app.find("Preferences", "menu item")
    look(app, "Main menu")
    app.key("Escape")
    app.gone("Preferences", "menu item")
    for button, inside in ((re.compile("^Evaluation: "), re.compile("^Evaluations…")),
                           (re.compile("^Writing: "), re.compile("^Contributors…"))):
        app.press(button, "button")
        app.find(inside, "menu item")
        look(app, f"the menu {inside.pattern}")
        app.key("Escape")
        app.gone(inside, "menu item")


def walk_performance(app):
    """Locked, and with an objective open."""
    app.go_to_section("Performance management")
    look(app, "Performance management", order=True)
    app.tab_to("Passphrase")
    app.type("quiet harbour before tea")
    app.key("Return")
    app.wait_for_focus("Lock now")
    app.press(re.compile("^1. "), "button")
    app.find(re.compile("^How we shall know"))
    look(app, "Performance management, unlocked", order=True)


def walk_lists(app):
    for title in ("Evidence", "Targets", "Development plan", "Outcomes", "Meetings",
                  "Report"):
        app.go_to_section(title)
        look(app, title, order=True)
    walk_performance(app)
    app.show_page(1, "Overview")
    app.tab_to(re.compile("^Summary for the committee"))
    app.key("Return")
    wait_for("the summary", lambda: app.title().startswith("Summary for the committee"))
    look(app, "Summary for the committee", order=True)
    app.menu("Evaluations")
    app.press(re.compile("^New evaluation"), "button")
    wait_for_window(app, "New evaluation")
    look(app, "New evaluation", order=True)
    close_window(app)


def walk_evidence(app):
    """The parts of the library that are not there at first."""
    app.show_page(8, "Evidence")
    app.tab_to("Find evidence", "shift+Tab")
    app.tab_to(re.compile("^Filter"))
    app.key("Return")
    app.find("Who may see it", "combo box")
    popover = app.find("Key area", "combo box").parent
    check_names(app, "The filter", popover)
    app.tab_to("Kind")
    app.key("Return")
    app.wait_for_focus("All kinds")
    check_all("The kinds to filter for", app.windows()[-1])
    app.key("Down", "Return")
    app.find(re.compile("^Data: .* found"), "label")
    app.key("Escape")
    look(app, "Filtered evidence")
    app.tab_to("Clear all")
    app.key("Return")
    app.tab_to(re.compile(r"^.+, (Data|Observation) · .+"))
    app.key("Home", "shift+Down", "shift+Down")
    app.find("3 pieces of evidence selected", "heading")
    look(app, "Several pieces")
    app.tab_to("Link to statements…")
    app.key("Return")
    wait_for_window(app, "What ")
    look(app, "The matrix", order=True)
    close_window(app)
    app.tab_to("Take off the list")
    app.key("Return")
    app.find("3 pieces of evidence were taken off the list.", "label")
    check_all("A toast", app.windows()[-1])
    app.find("Undo", "button")
    app.find("Close this message", "button")
    app.key("ctrl+z")
    app.find("3 pieces of evidence selected", "heading")


def walk_empty(app):
    """A new centre: the pages say what belongs there."""
    look(app, "Welcome", order=True)
    app.wait_for_focus("Name of the centre")
    app.type("Harbour Lane")
    app.key("Return")
    app.find("Begin", "button")
    look(app, "Overview of a new centre", order=True)
    for title in ("Evidence", "Targets", "Development plan", "Outcomes", "Meetings",
                  "Report"):
        app.go_to_section(title)
        look(app, f"{title} of a new centre", order=title != "Report")
    for item, title in (("Contributors", "Contributors"), ("Evaluations", "Evaluations"),
                        ("Performance management", "Performance management")):
        app.menu(item)
        wait_for(f"the page “{title}”", lambda title=title: app.title().startswith(title))
        look(app, f"{title} of a new centre")


def main():
    parts = sys.argv[1:]
    large = {"window-maximized": "true"}
    if not parts or "empty" in parts:
        with App(settings=large) as app:
            walk_empty(app)
            app.quit()
    if not parts or "full" in parts:
        with App(settings=large) as app:
            app.open_example()
            titles = [node.name.split(",")[0] for node in app.nodes(app.find("Sections", "list"))
                      if node.role == "list item"][1:7]
            look(app, "Overview", order=True)
            walk_areas(app, titles)
            walk_lists(app)
            walk_menu_pages(app)
            walk_popovers(app)
            walk_windows(app)
            app.quit()
    if not parts or "evidence" in parts:
        with App(settings=large) as app:
            app.open_example()
            walk_evidence(app)
            app.quit()
    print(f"{len(wrong)} complaints")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
