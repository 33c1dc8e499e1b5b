/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Names in a pack: safe on every system, whatever the titles were. */
#include "exchange/sf-pack-name.h"

#include <string.h>

#define RLO "\xe2\x80\xae"
#define ZERO_WIDTH "\xe2\x80\x8b"

static void
test_table (void)
{
  static const struct
  {
    const char *code;
    const char *title;
    const char *part;
    const char *file_name;
    const char *name;
  } cases[] = {
    { "LLD-S1", "Parents survey spring 2026", NULL, "scan.PDF",
      "LLD-S1 Parents survey spring 2026.pdf" },
    { "LLD-S1", "Survey", "page 2", "x.png", "LLD-S1 Survey - page 2.png" },
    { NULL, "../../etc/passwd", NULL, "x", "-..-etc-passwd" },
    { NULL, "..", NULL, "..", "File" },
    { NULL, "C:\\Windows\\x", NULL, "x.exe", "C --Windows-x.exe" },
    { NULL, "two\nlines\tand\r\nmore", NULL, "a.txt", "two lines and more.txt" },
    { NULL, "evil" RLO "fdp" ZERO_WIDTH ".exe", NULL, "a.exe", "evilfdp.exe.exe" },
    { NULL, "CON", NULL, "a.txt", "_CON.txt" },
    { NULL, "con", NULL, "a", "_con" },
    { NULL, "NUL.tar", NULL, "a.gz", "_NUL.tar.gz" },
    { NULL, "Com1", NULL, "a.txt", "_Com1.txt" },
    { NULL, "LPT\xc2\xb3", NULL, "a.txt", "_LPT\xc2\xb3.txt" },
    { NULL, "Com10", NULL, "a.txt", "Com10.txt" },
    { "LLD-S1", "CON", NULL, "a.txt", "LLD-S1 CON.txt" },
    { NULL, ".hidden", NULL, "a.txt", "hidden.txt" },
    { NULL, "ends with dots...", NULL, "a", "ends with dots" },
    { NULL, "Why? \"This\" <is> it|*", NULL, "a.odt", "Why 'This' -is- it-.odt" },
    { NULL, "Journals: who wrote", NULL, "a.pdf", "Journals - who wrote.pdf" },
    { NULL, "", NULL, "a.pdf", "File.pdf" },
    { NULL, "   ", NULL, ".pdf", "File" },
    { NULL, "استبيان الآباء", NULL, "x.docx", "استبيان الآباء.docx" },
    { NULL, "bad \xff bytes", NULL, "x.doc", "bad \xef\xbf\xbd bytes.doc" },
    { NULL, "An ending", NULL, "x.p/d\nf", "An ending" },
    { NULL, "Too long an ending", NULL, "x.abcdefghijklmnop", "Too long an ending" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name
          = sf_pack_name_make (cases[i].code, cases[i].title, cases[i].part, cases[i].file_name);

      g_assert_cmpstr (name, ==, cases[i].name);
      g_assert_true (sf_pack_name_is_safe (name));
    }
}

static void
test_long (void)
{
  g_autofree char *letters = g_strnfill (300, 'a');
  g_autoptr (GString) wide = g_string_new (NULL);
  g_autofree char *name = sf_pack_name_make ("LLD-S1", letters, NULL, "x.pdf");
  g_autofree char *other = NULL;

  g_assert_cmpuint (strlen (name), ==, SF_PACK_NAME_LIMIT);
  g_assert_true (g_str_has_suffix (name, "a.pdf"));
  for (guint i = 0; i < 300; i++)
    g_string_append (wide, "ع");
  other = sf_pack_name_make ("LLD-S1", wide->str, wide->str, "x.pdf");
  g_assert_cmpuint (strlen (other), <=, SF_PACK_NAME_LIMIT);
  g_assert_true (g_utf8_validate (other, -1, NULL));
  g_assert_true (g_str_has_suffix (other, "ع.pdf"));
}

/* Neither capitals nor the way that a letter is composed tell names apart. */
static void
test_unique (void)
{
  static const char *const names[][2] = {
    { "Survey.pdf", "Survey.pdf" },     { "survey.PDF", "survey (2).PDF" },
    { "SURVEY.pdf", "SURVEY (3).pdf" }, { "Survey (2).pdf", "Survey (2) (2).pdf" },
    { "Caf\xc3\xa9", "Caf\xc3\xa9" },   { "Cafe\xcc\x81", "Cafe\xcc\x81 (2)" },
    { "Survey.odt", "Survey.odt" },
  };
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *letters = g_strnfill (SF_PACK_NAME_LIMIT, 'a');

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *unique = sf_pack_name_make_unique (names[i][0], taken);

      g_assert_cmpstr (unique, ==, names[i][1]);
    }
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *unique = sf_pack_name_make_unique (letters, taken);

      g_assert_cmpuint (strlen (unique), <=, SF_PACK_NAME_LIMIT);
    }
  g_assert_cmpuint (g_hash_table_size (taken), ==, G_N_ELEMENTS (names) + 20);
}

static void
test_unsafe (void)
{
  static const char *const paths[]
      = { "",        "/etc/passwd", "../x", "files/../../x", "files//x",       "files/./x",
          "C:\\x",   "files\\x",    "a\nb", "a" RLO "b",     "files/x:stream", "\xff",
          "files/x/" };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    g_assert_false (sf_pack_name_is_safe (paths[i]));
  g_assert_true (sf_pack_name_is_safe ("files/LLD-S1 Parents’ survey (2).pdf"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pack/names/table", test_table);
  g_test_add_func ("/pack/names/long", test_long);
  g_test_add_func ("/pack/names/unique", test_unique);
  g_test_add_func ("/pack/names/unsafe", test_unsafe);
  return g_test_run ();
}
