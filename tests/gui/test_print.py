# SPDX-FileCopyrightText: 2026 The Sixfold contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Printing, with a real printer's queue and a real bus.

A private cupsd on loopback has a queue that hands on what it gets to a device as it is: the bytes
that arrive are those of our PDF. Through the portal's protocol they are, too, for the paper that
the portal chose.
"""
import getpass
import os
import pathlib
import socket
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).parent
DRIVER = os.environ["SIXFOLD_PRINT_DRIVER"]
QUEUE = "sixfold-test"


class Printer:
    """Takes what the queue hands on, as a printer on a cable does; a job is a file's contents."""

    def __init__(self, folder):
        self.path = folder / "device"
        self.path.touch()
        self.path.chmod(0o666)

    def wait(self, seconds=60):
        """What arrived, once the queue is empty; the device is ready for the next job."""
        end = time.monotonic() + seconds
        size = -1
        while size <= 0 or size != self.path.stat().st_size:
            assert time.monotonic() < end, "nothing arrived at the printer"
            size = self.path.stat().st_size
            time.sleep(0.3)
        data = self.path.read_bytes()
        os.truncate(self.path, 0)
        return data


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return probe.getsockname()[1]


class Cups:
    """A print server of its own, that nobody else's queues are on. Its one backend hands a job on
    as it came."""

    def __init__(self, folder, device):
        self.port = free_port()
        backend = folder / "bin" / "backend" / "device"
        backend.parent.mkdir(parents=True)
        backend.write_text(f"#!/bin/sh\ncat ${{6:+\"$6\"}} > '{device}'\n", encoding="utf-8")
        backend.chmod(0o755)
        for name in ("daemon", "filter", "notifier", "monitor", "cgi-bin"):
            (folder / "bin" / name).symlink_to(f"/usr/lib/cups/{name}")
        for name in ("cache", "state", "spool", "root", "tmp"):
            (folder / name).mkdir()
        log = folder / "error_log"
        (folder / "cupsd.conf").write_text(
            f"Listen 127.0.0.1:{self.port}\nBrowsing Off\nDefaultAuthType None\nLogLevel warn\n"
            "WebInterface No\nPreserveJobFiles No\n"
            "<Location />\nOrder allow,deny\nAllow all\n</Location>\n"
            "<Location /admin>\nOrder allow,deny\nAllow all\n</Location>\n"
            "<Policy default>\nJobPrivateAccess all\nJobPrivateValues none\n"
            "SubscriptionPrivateAccess all\nSubscriptionPrivateValues none\n"
            "<Limit All>\nOrder deny,allow\n</Limit>\n</Policy>\n", encoding="utf-8")
        (folder / "cups-files.conf").write_text(
            f"ServerRoot {folder}/root\nCacheDir {folder}/cache\nStateDir {folder}/state\n"
            f"RequestRoot {folder}/spool\nTempDir {folder}/tmp\nErrorLog {log}\n"
            f"AccessLog {folder}/access_log\nPageLog {folder}/page_log\n"
            f"User {'lp' if os.getuid() == 0 else getpass.getuser()}\nGroup lp\n"
            f"SystemGroup root\nServerBin {folder}/bin\n",
            encoding="utf-8")
        self.log = log
        self.process = subprocess.Popen(
            ["/usr/sbin/cupsd", "-f", "-c", folder / "cupsd.conf",
             "-s", folder / "cups-files.conf"])
        self.environment = {**os.environ, "CUPS_SERVER": f"127.0.0.1:{self.port}"}

    def wait(self):
        for _ in range(200):
            assert self.process.poll() is None, self.log.read_text()
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.05)
        raise AssertionError("cupsd did not listen")

    def add(self):
        subprocess.run(["/usr/sbin/lpadmin", "-h", f"127.0.0.1:{self.port}", "-p", QUEUE, "-E",
                        "-v", "device:/", "-m", "raw"], check=True, env=self.environment,
                       stderr=subprocess.DEVNULL)

    def stop(self):
        self.process.terminate()
        self.process.wait(30)


def drive(words, environment):
    """Leaks of a graphics driver are no verdict; those that have a line of ours are."""
    environment = {**environment, "GDK_BACKEND": "x11", "GSK_RENDERER": "cairo",
                   "LSAN_OPTIONS": environment.get("LSAN_OPTIONS", "") + ":exitcode=0"}
    done = subprocess.run([DRIVER, *words], env=environment, text=True, capture_output=True,
                          timeout=120, check=False)
    assert " in sf_" not in done.stderr and "UndefinedBehavior" not in done.stderr, done.stderr
    return done.returncode, done.stdout.strip(), done.stderr


def test_cups(folder):
    printer = Printer(folder)
    cups = Cups(folder, printer.path)
    try:
        cups.wait()
        cups.add()
        code, said, errors = drive([QUEUE, folder / "out.pdf"], cups.environment)
        assert (code, said) == (0, "printed"), (said, errors, cups.log.read_text())
        arrived = printer.wait()
        assert arrived == (folder / "out.pdf").read_bytes(), "other bytes arrived"
        assert arrived.startswith(b"%PDF-1.")

        # the second page alone is painted anew
        some = {**cups.environment, "SIXFOLD_TEST_PAGES": "2"}
        code, said, errors = drive([QUEUE, folder / "out.pdf"], some)
        assert (code, said) == (0, "printed"), (said, errors)
        (folder / "one.pdf").write_bytes(printer.wait())
        told = subprocess.run(["pdfinfo", folder / "one.pdf"], text=True, capture_output=True,
                              check=True).stdout
        assert "Pages:           1\n" in told, told
        words = subprocess.run(["pdftotext", folder / "one.pdf", "-"], text=True,
                               capture_output=True, check=True).stdout
        assert "Part 1\n" not in words and "Families told us" in words, words
    finally:
        cups.stop()


def test_portal(folder):
    for answer in ("print", "cancel", "fail"):
        got = folder / f"{answer}.pdf"
        portal = subprocess.Popen(["/usr/bin/python3", HERE / "print_portal.py", answer, got],
                                  stdout=subprocess.PIPE, text=True)
        try:
            assert portal.stdout.readline() == "ready\n"
            code, said, errors = drive(["--portal", folder / "laid.pdf"], os.environ)
            asked = portal.stdout.readline()
            assert asked.startswith("prepare A report"), asked
            if answer == "print":
                assert (code, said) == (0, "printed"), (said, errors)
                assert portal.stdout.readline() == "print 4711\n"
                assert got.read_bytes() == (folder / "laid.pdf").read_bytes()
                told = subprocess.run(["pdfinfo", got], text=True, capture_output=True,
                                      check=True).stdout
                assert "612 x 792 pts (letter)" in told, told
            elif answer == "cancel":
                assert (code, said) == (2, ""), (code, said, errors)
            else:
                assert code == 1 and said.startswith("It could not be printed."), (code, said)
        finally:
            portal.terminate()
            portal.wait(30)


def main():
    for test in (test_cups, test_portal):
        with tempfile.TemporaryDirectory(prefix="sixfold-print-") as folder:
            os.chmod(folder, 0o755)
            test(pathlib.Path(folder))
        print(f"{test.__name__}: ok", flush=True)


if __name__ == "__main__":
    sys.exit(main())
