/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "framework/sf-xml-guard.h"
#include "test-helpers.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

/* Files made to do harm. Each must be refused with the right code, soon and without taking memory
 * beyond what the test itself made. The bounds are wide: sanitizers and busy machines are slow. */

#define MAX_SECONDS 2.0
#define MAX_GROWTH_KB (128 * 1024L)
#define MEGABYTE ((gsize)1024 * 1024)

static long
get_peak_kb (void)
{
  struct rusage usage;
  g_assert_cmpint (getrusage (RUSAGE_SELF, &usage), ==, 0);
  return usage.ru_maxrss;
}

static void
assert_refused (GBytes *bytes, SfError code, const char *said)
{
  g_autoptr (GError) error = NULL;
  long before_kb = get_peak_kb ();
  g_autoptr (GTimer) timer = g_timer_new ();
  SfFramework *framework = sf_framework_new_from_bytes (bytes, "bad.xml", &error);
  double seconds = g_timer_elapsed (timer, NULL);
  long growth_kb = get_peak_kb () - before_kb;

  g_assert_null (framework);
  g_test_message ("%.3f s, %ld kB: %s", seconds, growth_kb, error->message);
  g_assert_error (error, SF_ERROR, (int)code);
  g_assert_true (g_str_has_prefix (error->message, "bad.xml:"));
  g_assert_nonnull (strstr (error->message, said));
  g_assert_cmpfloat (seconds, <, MAX_SECONDS);
  g_assert_cmpint (growth_kb, <, MAX_GROWTH_KB);
}

static void
assert_text_refused (const char *text, SfError code, const char *said)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  assert_refused (bytes, code, said);
}

/* @head, then @item until there are @size bytes, then @tail. */
static GBytes *
fill (const char *head, const char *item, const char *tail, gsize size)
{
  GString *text = g_string_sized_new (size + 1024);
  g_string_append (text, head);
  while (text->len < size)
    g_string_append (text, item);
  g_string_append (text, tail);
  return g_string_free_to_bytes (text);
}

#define OPEN "<framework xmlns='https://sixfold-app.github.io/ns/framework/1'>"
#define OPEN_WELL                                                                                  \
  "<framework xmlns='https://sixfold-app.github.io/ns/framework/1' id='a' edition='1' "            \
  "xml:lang='en'>"
#define CLOSE "</framework>"

static void
test_billion_laughs (void)
{
  assert_text_refused ("<?xml version='1.0'?>\n<!DOCTYPE lolz [\n <!ENTITY a 'lol'>\n"
                       " <!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>\n"
                       " <!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'>\n]>\n" OPEN "&c;" CLOSE,
                       SF_ERROR_HOSTILE, "bad.xml:2: ");
}

static void
test_external_entity (void)
{
  assert_text_refused ("<!DOCTYPE f [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>" OPEN "&x;" CLOSE,
                       SF_ERROR_HOSTILE, "bad.xml:1: ");
  assert_text_refused ("<!DOCTYPE f SYSTEM 'http://localhost:9/f.dtd'>" OPEN CLOSE,
                       SF_ERROR_HOSTILE, "bad.xml:1: ");
  /* Without a declaration an entity is only a mistake. */
  assert_text_refused (OPEN "\n&x;" CLOSE, SF_ERROR_INVALID, "bad.xml:2: ");
}

static void
test_declarations (void)
{
  assert_text_refused (OPEN "\n<!ENTITY a 'b'>" CLOSE, SF_ERROR_HOSTILE, "bad.xml:2: ");
  assert_text_refused (OPEN "<!-->" CLOSE, SF_ERROR_INVALID, "A comment is not closed");
  assert_text_refused (OPEN "<![CDATA[x]]" CLOSE, SF_ERROR_INVALID, "CDATA section is not closed");
  assert_text_refused (OPEN "<![INCLUDE[x]]>" CLOSE, SF_ERROR_HOSTILE, "bad.xml:1: ");
  assert_text_refused (OPEN "<!" CLOSE, SF_ERROR_HOSTILE, "bad.xml:1: ");
  assert_text_refused (OPEN "<!", SF_ERROR_HOSTILE, "bad.xml:1: ");
  assert_text_refused (OPEN "<?a", SF_ERROR_INVALID, "An instruction (<?) is not closed");
  assert_text_refused (OPEN "<", SF_ERROR_INVALID, "A tag is not closed");
}

static void
test_long_tag (void)
{
  g_autoptr (GBytes) name = fill ("<", "a", "/>", 275 * 1000);
  g_autoptr (GBytes) value = fill ("<a b='", "c", "'/>", 275 * 1000);
  g_autoptr (GBytes) space = fill ("<a", " ", "/>", 275 * 1000);
  g_autoptr (GBytes) instruction = fill ("<?a ", "b", "?>", 275 * 1000);
  assert_refused (name, SF_ERROR_HOSTILE, "A tag is longer");
  assert_refused (value, SF_ERROR_HOSTILE, "A tag is longer");
  assert_refused (space, SF_ERROR_HOSTILE, "A tag is longer");
  assert_refused (instruction, SF_ERROR_HOSTILE, "An instruction (<?) is longer");
}

static char *
make_attributes (guint n)
{
  GString *tag = g_string_new ("<a");
  for (guint i = 0; i < n; i++)
    g_string_append_printf (tag, " b%u='c'", i);
  g_string_append (tag, "/>");
  return g_string_free (tag, FALSE);
}

static void
test_attributes (void)
{
  g_autofree char *ten_thousand = make_attributes (10000);
  g_autofree char *too_many = make_attributes (65);
  g_autofree char *enough = make_attributes (64);
  assert_text_refused (ten_thousand, SF_ERROR_HOSTILE, "A tag is longer");
  assert_text_refused (too_many, SF_ERROR_HOSTILE, "more attributes");
  assert_text_refused (enough, SF_ERROR_NOT_OURS, "does not begin with <framework>");
}

static void
test_deep_nesting (void)
{
  g_autoptr (GBytes) deep = fill (OPEN, "<a>", "", 3 * MEGABYTE);
  assert_refused (deep, SF_ERROR_HOSTILE, "deeper than");
  g_autoptr (GBytes) closing = fill ("", "</a>", "", 3 * MEGABYTE);
  assert_refused (closing, SF_ERROR_INVALID, "never opened");
}

static void
test_large (void)
{
  g_autoptr (GBytes) forty = fill (OPEN, "0123456789abcdef", CLOSE, 40 * MEGABYTE);
  assert_refused (forty, SF_ERROR_TOO_LARGE, "larger than");

  /* No caller's own limit goes above the one for all. */
  const SfXmlLimits wide = { G_MAXSIZE, 16, 100 };
  g_autoptr (GError) error = NULL;
  g_assert_false (sf_xml_guard_scan (forty, "bad.xml", &wide, &error));
  g_assert_error (error, SF_ERROR, SF_ERROR_TOO_LARGE);
}

static void
test_many_nodes (void)
{
  g_autoptr (GBytes) elements = fill (OPEN, "<a/>", CLOSE, 3 * MEGABYTE);
  g_autoptr (GBytes) comments = fill (OPEN, "<!---->", CLOSE, 3 * MEGABYTE);
  g_autoptr (GBytes) sections = fill (OPEN, "<![CDATA[]]>", CLOSE, 3 * MEGABYTE);
  g_autoptr (GBytes) instructions = fill (OPEN, "<?a?>", CLOSE, 3 * MEGABYTE);
  g_autoptr (GBytes) attributes = fill (OPEN, "<a b='' c='' d='' e='' f=''/>", CLOSE, 3 * MEGABYTE);
  assert_refused (elements, SF_ERROR_TOO_LARGE, "more parts");
  assert_refused (comments, SF_ERROR_TOO_LARGE, "more parts");
  assert_refused (sections, SF_ERROR_TOO_LARGE, "more parts");
  assert_refused (instructions, SF_ERROR_TOO_LARGE, "more parts");
  assert_refused (attributes, SF_ERROR_TOO_LARGE, "more parts");
}

/* The worst that passes the scan goes through the parser and the grammar. */
static void
test_worst_that_passes (void)
{
  g_autoptr (GBytes) elements = fill (OPEN_WELL, "<a/>", CLOSE, 390 * 1000);
  g_autoptr (GBytes) text = fill (OPEN_WELL, "&lt;", CLOSE, 3 * MEGABYTE);
  g_autoptr (GBytes) references = fill (OPEN_WELL, "&#x41;", CLOSE, 3 * MEGABYTE);
  g_autoptr (GBytes) names = fill (OPEN_WELL, "<x:a xmlns:x='y' x:b='c'/>", CLOSE, 800 * 1000);
  assert_refused (elements, SF_ERROR_INVALID, "bad.xml:1: ");
  assert_refused (text, SF_ERROR_INVALID, "bad.xml:1: ");
  assert_refused (references, SF_ERROR_INVALID, "bad.xml:1: ");
  assert_refused (names, SF_ERROR_INVALID, "bad.xml:1: ");
}

static void
test_long_text (void)
{
  g_autofree char *half = replace_after (SMALLEST, "<area", "The one area", "");
  char *at = strstr (strstr (half, "<area"), "<title></title>") + strlen ("<title>");
  g_autofree char *head = g_strndup (half, (gsize)(at - half));
  g_autoptr (GBytes) bytes = fill (head, "word ", at, 3 * MEGABYTE);
  assert_refused (bytes, SF_ERROR_INVALID, "The title has");
}

static void
test_encodings (void)
{
  static const char utf16[] = "\xFF\xFE<\0a\0/\0>\0";
  static const char with_nul[] = "<a>\0</a>";
  g_autoptr (GBytes) wide = g_bytes_new_static (utf16, sizeof utf16 - 1);
  g_autoptr (GBytes) nul = g_bytes_new_static (with_nul, sizeof with_nul - 1);
  assert_refused (wide, SF_ERROR_INVALID, "bad.xml:1: The file is not in UTF-8");
  assert_refused (nul, SF_ERROR_INVALID, "bad.xml:1: The file is not in UTF-8");
  assert_text_refused (OPEN "\n\xC3\x28" CLOSE, SF_ERROR_INVALID, "bad.xml:2: The file is not in");
  assert_text_refused (OPEN "\xC0\xBC!DOCTYPE" CLOSE, SF_ERROR_INVALID, "not in UTF-8");
  assert_text_refused ("<?xml version='1.0' encoding='ISO-8859-1'?>" OPEN CLOSE, SF_ERROR_INVALID,
                       "not in UTF-8");
  assert_text_refused ("<?xml version='1.0' encoding='UTF-7'?>" OPEN CLOSE, SF_ERROR_INVALID,
                       "not in UTF-8");
  assert_text_refused ("\xEF\xBB\xBF<?xml version='1.0' encoding='UTF-16'?>" OPEN CLOSE,
                       SF_ERROR_INVALID, "not in UTF-8");
}

static void
test_good_encodings (void)
{
  static const char *const heads[] = {
    "",
    "\xEF\xBB\xBF",
    "<?xml version='1.0'?>",
    "<?xml version='1.0' encoding='utf-8'?>",
    "\xEF\xBB\xBF<?xml version=\"1.0\" encoding=\"UTF-8\" standalone='yes'?>\n",
  };
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      g_autofree char *text = g_strconcat (heads[i], SMALLEST, NULL);
      g_autoptr (SfFramework) framework = load_text (text);
      g_assert_cmpstr (sf_framework_get_id (framework), ==, "small");
    }
}

/* A file cut off anywhere is refused. */
static void
test_truncated (void)
{
  for (gsize n = 0; n < strlen (SMALLEST); n++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (SMALLEST, n);
      g_autoptr (GError) error = NULL;
      g_assert_null (sf_framework_new_from_bytes (bytes, "cut.xml", &error));
      g_assert_nonnull (error);
      g_assert_true (error->domain == SF_ERROR);
    }
}

/* Whatever becomes of a file, it is either read or refused with a message of ours. */
static void
test_random_damage (void)
{
  static const char interesting[] = "<>&\"'=!-[]?/ :\xFF\0A";
  g_autofree char *text = load_shipped_text ("every-child-matters-2013");
  gsize size = strlen (text);
  guint refused = 0;

  for (guint round = 0; round < 400; round++)
    {
      g_autofree char *damaged = g_memdup2 (text, size);
      guint places = (guint)g_test_rand_int_range (1, 4);
      for (guint i = 0; i < places; i++)
        damaged[g_test_rand_int_range (0, (gint32)size)]
            = interesting[g_test_rand_int_range (0, sizeof interesting - 1)];
      g_autoptr (GBytes) bytes = g_bytes_new (damaged, size);
      g_autoptr (GError) error = NULL;
      g_autoptr (SfFramework) framework
          = sf_framework_new_from_bytes (bytes, "damaged.xml", &error);
      g_assert_true ((framework == NULL) == (error != NULL));
      if (error != NULL)
        g_assert_true (error->domain == SF_ERROR
                       && g_str_has_prefix (error->message, "damaged.xml:"));
      refused += framework == NULL;
    }
  g_assert_cmpuint (refused, >, 0);
}

/* --- files ------------------------------------------------------------------------------- */

static void
assert_file_refused (const char *path, SfError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GTimer) timer = g_timer_new ();
  g_assert_null (sf_framework_new_from_file (path, &error));
  g_assert_error (error, SF_ERROR, (int)code);
  g_assert_cmpfloat (g_timer_elapsed (timer, NULL), <, MAX_SECONDS);
  g_test_message ("%s", error->message);
}

static void
test_files (void)
{
  g_autofree char *dir = g_dir_make_tmp ("sixfold-test-XXXXXX", NULL);
  g_autofree char *pipe_path = g_build_filename (dir, "pipe.xml", NULL);
  g_autofree char *large = g_build_filename (dir, "large.xml", NULL);
  g_autofree char *absent = g_build_filename (dir, "absent.xml", NULL);
  g_autofree char *good = g_build_filename (dir, "good.xml", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (mkfifo (pipe_path, 0600), ==, 0);
  int fd = g_open (large, O_CREAT | O_WRONLY, 0600);
  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (ftruncate (fd, (off_t)8 * 1024 * 1024 * 1024), ==, 0);
  g_assert_true (g_close (fd, NULL));
  g_assert_true (g_file_set_contents (good, SMALLEST, -1, NULL));

  assert_file_refused (absent, SF_ERROR_NOT_FOUND);
  assert_file_refused (dir, SF_ERROR_IO);
  assert_file_refused (pipe_path, SF_ERROR_IO);
  assert_file_refused ("/dev/zero", SF_ERROR_IO);
  assert_file_refused (large, SF_ERROR_TOO_LARGE);

  g_autoptr (SfFramework) framework = sf_framework_new_from_file (good, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (sf_framework_get_id (framework), ==, "small");

  g_unlink (pipe_path);
  g_unlink (large);
  g_unlink (good);
  g_rmdir (dir);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/framework/guard/billion-laughs", test_billion_laughs);
  g_test_add_func ("/framework/guard/external-entity", test_external_entity);
  g_test_add_func ("/framework/guard/declarations", test_declarations);
  g_test_add_func ("/framework/guard/long-tag", test_long_tag);
  g_test_add_func ("/framework/guard/attributes", test_attributes);
  g_test_add_func ("/framework/guard/deep-nesting", test_deep_nesting);
  g_test_add_func ("/framework/guard/large", test_large);
  g_test_add_func ("/framework/guard/many-nodes", test_many_nodes);
  g_test_add_func ("/framework/guard/worst-that-passes", test_worst_that_passes);
  g_test_add_func ("/framework/guard/long-text", test_long_text);
  g_test_add_func ("/framework/guard/encodings", test_encodings);
  g_test_add_func ("/framework/guard/good-encodings", test_good_encodings);
  g_test_add_func ("/framework/guard/truncated", test_truncated);
  g_test_add_func ("/framework/guard/random-damage", test_random_damage);
  g_test_add_func ("/framework/guard/files", test_files);
  return g_test_run ();
}
