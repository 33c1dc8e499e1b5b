/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/sf-error.h"
#include "cli/sf-cli-script.h"
#include "cli/sf-json.h"

/* Reads a whole script: words parted by "|", commands by a line break, each with its line. */
static char *
read_all (const char *text)
{
  GString *all = g_string_new (NULL);
  guint number = 1;

  for (;;)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SfScriptLine) line = sf_script_next (&text, &number, &error);
      g_autofree char *words = line != NULL ? g_strjoinv ("|", line->words) : NULL;

      g_assert_no_error (error);
      if (line == NULL)
        return g_string_free (all, FALSE);
      g_string_append_printf (all, "%u %s\n", line->number, words);
    }
}

static void
assert_reads (const char *script, const char *words)
{
  g_autofree char *read = read_all (script);

  g_assert_cmpstr (read, ==, words);
}

static void
test_words (void)
{
  assert_reads ("", "");
  assert_reads ("\n\n  \n", "");
  assert_reads ("undo", "1 undo\n");
  assert_reads ("judge LLD-S1  --level\t2\r\nredo\n", "1 judge|LLD-S1|--level|2\n2 redo\n");
  assert_reads ("set centre name 'Elm  Road' \"\"\n", "1 set|centre|name|Elm  Road|\n");
  assert_reads ("a b\"c d\"e\n", "1 a|bc de\n");
  assert_reads ("say \"a \\\"b\\\" \\\\ \\n\" 'it \\ \"s\"'\n",
                "1 say|a \"b\" \\ \\n|it \\ \"s\"\n");
}

static void
test_comments (void)
{
  assert_reads ("# nothing\nundo # that\n  # and\nredo\n", "2 undo\n4 redo\n");
  assert_reads ("set a#b \"# no comment\"", "1 set|a#b|# no comment\n");
  assert_reads ("# no \"end\nundo", "2 undo\n");
}

static void
test_lines (void)
{
  assert_reads ("judge A \\\n  --level 2\n\nundo\n", "1 judge|A|--level|2\n4 undo\n");
  assert_reads ("set c f \"one\n    two  \n  three\"\nundo", "1 set|c|f|one two three\n4 undo\n");
  assert_reads ("set c f \"one\n\n  two\n\n\n  three\n\"\n", "1 set|c|f|one\ntwo\nthree \n");
  assert_reads ("set c f \"\n  one\"", "1 set|c|f|one\n");
}

static void
test_open_quote (void)
{
  const char *text = "undo\n\nset a \"no end\nundo\n";
  guint number = 1;
  g_autoptr (GError) error = NULL;
  g_autoptr (SfScriptLine) first = sf_script_next (&text, &number, &error);
  g_autoptr (SfScriptLine) second = NULL;

  g_assert_no_error (error);
  g_assert_nonnull (first);
  second = sf_script_next (&text, &number, &error);
  g_assert_null (second);
  g_assert_error (error, SF_ERROR, SF_ERROR_INVALID);
  g_assert_nonnull (g_strstr_len (error->message, -1, "line 3"));
}

static void
test_json (void)
{
  SfJson *json = sf_json_new ();
  g_autofree char *text = NULL;

  sf_json_add_text (json, "text", "a \"b\" \\ \n\t\x01 é");
  sf_json_add_null (json, "nothing");
  sf_json_add_text (json, "none", NULL);
  sf_json_begin_list (json, "list");
  sf_json_add_int (json, NULL, -3);
  sf_json_add_number (json, NULL, 0.1);
  sf_json_add_number (json, NULL, G_MAXDOUBLE * 2);
  sf_json_begin_object (json, NULL);
  sf_json_add_boolean (json, "yes", TRUE);
  sf_json_end (json);
  sf_json_end (json);
  sf_json_begin_object (json, "empty");
  sf_json_end (json);
  text = sf_json_free (json);
  g_assert_cmpstr (text, ==,
                   "{\n"
                   "  \"text\": \"a \\\"b\\\" \\\\ \\n\\u0009\\u0001 é\",\n"
                   "  \"nothing\": null,\n"
                   "  \"none\": null,\n"
                   "  \"list\": [\n"
                   "    -3,\n"
                   "    0.1,\n"
                   "    null,\n"
                   "    {\n"
                   "      \"yes\": true\n"
                   "    }\n"
                   "  ],\n"
                   "  \"empty\": {}\n"
                   "}\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/script/words", test_words);
  g_test_add_func ("/cli/script/comments", test_comments);
  g_test_add_func ("/cli/script/lines", test_lines);
  g_test_add_func ("/cli/script/open-quote", test_open_quote);
  g_test_add_func ("/cli/json", test_json);
  return g_test_run ();
}
