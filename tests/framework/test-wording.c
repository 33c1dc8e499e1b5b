/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "framework/sf-wording-pack.h"
#include "test-helpers.h"

#include <glib/gstdio.h>

#define HEAD                                                                                       \
  "<wording xmlns='https://sixfold-app.github.io/ns/wording/1'\n framework='small' xml:lang='cy'>"
#define FRONT "<title>Official</title>\n<source>By licence of the owner</source>\n"
#define ONE "<statement code='A-S1'>The\n  official text</statement>\n"
#define END "</wording>"

static SfWordingPack *
load_pack (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  return sf_wording_pack_new_from_bytes (bytes, "pack.xml", error);
}

static void
test_pack (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SfWordingPack) pack = load_pack (HEAD FRONT ONE END, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (sf_wording_pack_get_framework_id (pack), ==, "small");
  g_assert_cmpstr (sf_wording_pack_get_lang (pack), ==, "cy");
  g_assert_cmpstr (sf_wording_pack_get_title (pack), ==, "Official");
  g_assert_cmpstr (sf_wording_pack_get_source (pack), ==, "By licence of the owner");
  g_assert_cmpuint (sf_wording_pack_get_n_statements (pack), ==, 1);
  g_assert_cmpstr (sf_wording_pack_lookup (pack, "A-S1"), ==, "The official text");
  g_assert_null (sf_wording_pack_lookup (pack, "A-S2"));
}

static void
test_shown_text (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SfFramework) framework = load_text (SMALLEST);
  SfStatement *statement = sf_framework_find_statement (framework, "A-S1");
  g_autoptr (SfWordingPack) pack = load_pack (HEAD FRONT ONE END, &error);
  g_assert_no_error (error);
  g_autoptr (SfWordingPack) other
      = load_pack (HEAD FRONT "<statement code='A-S2'>X</statement>" END, &error);
  g_assert_no_error (error);

  g_assert_cmpstr (sf_statement_get_shown_text (statement, NULL), ==, "T");
  g_assert_cmpstr (sf_statement_get_shown_text (statement, pack), ==, "The official text");
  g_assert_cmpstr (sf_statement_get_shown_text (statement, other), ==, "T");
  g_assert_cmpstr (sf_statement_get_text (statement), ==, "T");

  g_assert_true (sf_wording_pack_fits (pack, framework, &error));
  g_assert_no_error (error);
  g_assert_false (sf_wording_pack_fits (other, framework, &error));
  g_assert_error (error, SF_ERROR, SF_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "A-S2"));
}

static void
test_other_framework (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = replace_after (SMALLEST, "<framework", "id='small'", "id='another'");
  g_autoptr (SfFramework) framework = load_text (text);
  g_autoptr (SfWordingPack) pack = load_pack (HEAD FRONT ONE END, &error);
  g_assert_no_error (error);
  g_assert_false (sf_wording_pack_fits (pack, framework, &error));
  g_assert_error (error, SF_ERROR, SF_ERROR_INVALID);
}

static void
test_refused (void)
{
  g_autofree char *long_text = g_strnfill (4001, 'x');
  g_autofree char *too_long
      = g_strdup_printf ("%s<statement code='A-S1'>%s</statement>" END, HEAD FRONT, long_text);
  const struct
  {
    const char *text;
    SfError code;
    const char *said;
  } files[] = {
    { HEAD FRONT ONE ONE END, SF_ERROR_INVALID, "pack.xml:6: There is already a text for A-S1" },
    { HEAD FRONT "<statement code='A-S1'> </statement>" END, SF_ERROR_INVALID,
      "pack.xml:4: The text for A-S1 is empty" },
    { HEAD FRONT "<statement code=''>T</statement>" END, SF_ERROR_INVALID,
      "pack.xml:4: A statement has no code" },
    { too_long, SF_ERROR_INVALID, "pack.xml:4: The text for A-S1 has more than 4000" },
    { HEAD "<title/>\n<source>S</source>\n" ONE END, SF_ERROR_INVALID,
      "pack.xml:2: The title is empty" },
    { HEAD "<title>T</title>\n<source/>\n" ONE END, SF_ERROR_INVALID,
      "pack.xml:2: The source is empty" },
    { "<wording xmlns='https://sixfold-app.github.io/ns/wording/1' framework='' "
      "xml:lang='en'>" FRONT ONE END,
      SF_ERROR_INVALID, "pack.xml:1: The file does not say which framework" },
    { HEAD FRONT END, SF_ERROR_INVALID, "<wording> is not complete" },
    { HEAD "<title>T</title>" ONE END, SF_ERROR_INVALID,
      "pack.xml:2: <statement> must not stand here" },
    { "<!DOCTYPE wording><wording/>", SF_ERROR_HOSTILE, "pack.xml:1: " },
    { SMALLEST, SF_ERROR_NOT_OURS, "pack.xml:2: " },
    { "<wording xmlns='https://sixfold-app.github.io/ns/wording/2'/>", SF_ERROR_TOO_NEW,
      "pack.xml:1: " },
  };
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SfWordingPack) pack = load_pack (files[i].text, &error);
      g_assert_null (pack);
      g_assert_error (error, SF_ERROR, (int)files[i].code);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, files[i].said));
    }
}

static void
test_file (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  int fd = g_file_open_tmp ("sixfold-test-XXXXXX.xml", &path, &error);
  g_assert_no_error (error);
  g_assert_true (g_close (fd, NULL));
  g_assert_true (g_file_set_contents (path, HEAD FRONT ONE END, -1, NULL));
  g_autoptr (SfWordingPack) pack = sf_wording_pack_new_from_file (path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sf_wording_pack_get_n_statements (pack), ==, 1);
  g_assert_cmpint (g_unlink (path), ==, 0);

  g_assert_null (sf_wording_pack_new_from_file (path, &error));
  g_assert_error (error, SF_ERROR, SF_ERROR_NOT_FOUND);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/framework/wording/pack", test_pack);
  g_test_add_func ("/framework/wording/shown-text", test_shown_text);
  g_test_add_func ("/framework/wording/other-framework", test_other_framework);
  g_test_add_func ("/framework/wording/refused", test_refused);
  g_test_add_func ("/framework/wording/file", test_file);
  return g_test_run ();
}
