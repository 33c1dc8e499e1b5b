/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Sixfold contributors */
#include "store-helpers.h"

#include "store/sf-content.h"
#include "store/sf-extract.h"

#include <string.h>

/* What is made of files, and the index of their words, which must go as they came. */

static char *
digest_of (const char *text)
{
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}

/* A content and an attachment that names it. Returns its number. */
static gint64
add_file (Fixture *fixture, const char *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *digest = digest_of (bytes);
  g_autofree char *sql = NULL;
  gint64 content;
  gboolean kept;

  sf_content_begin (fixture->store, &content, &error);
  g_assert_no_error (error);
  sf_content_append (fixture->store, content, 0, bytes, strlen (bytes), &error);
  g_assert_no_error (error);
  sf_content_finish (fixture->store, content, digest, (gint64)strlen (bytes), &kept, &error);
  g_assert_no_error (error);
  sql = g_strdup_printf (
      "INSERT INTO centre (id, uuid, name, position) VALUES (1, zeroblob (16), 'A', 1)"
      " ON CONFLICT DO NOTHING;"
      "INSERT INTO evidence (id, uuid, centre, title, kind, added_on, sensitivity)"
      " VALUES (1, zeroblob (16), 1, 'A', 'document', '2026-02-03', 'centre')"
      " ON CONFLICT DO NOTHING;"
      "INSERT INTO attachment (uuid, evidence, name, media_type, size, digest, added_at)"
      " VALUES (randomblob (16), 1, 'a.txt', 'text/plain', %u, '%s', 0);",
      (guint)strlen (bytes), digest);
  run_sql (fixture->store, sql);
  return content;
}

static void
put_text (Fixture *fixture, const char *bytes, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *digest = digest_of (bytes);
  SfExtract extract = { .made = text != NULL, .text = (char *)text };

  sf_extract_put (fixture->store, digest, &extract, &error);
  g_assert_no_error (error);
}

static void
check_index (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  sf_extract_check_index (fixture->store, &error);
  g_assert_no_error (error);
}

/* The files found, by their bytes, one after the other. */
static void
assert_found (Fixture *fixture, const char *query, const char *const *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) matches = sf_extract_search (fixture->store, query, 0, &error);

  g_assert_no_error (error);
  g_test_message ("%s", query);
  g_assert_cmpuint (matches->len, ==, g_strv_length ((char **)expected));
  for (guint i = 0; i < matches->len; i++)
    {
      SfExtractMatch *match = matches->pdata[i];
      g_autofree char *digest = digest_of (expected[i]);
      g_assert_cmpstr (match->digest, ==, digest);
    }
}

#define FOUND(query, ...) assert_found (fixture, query, (const char *const[]){ __VA_ARGS__ })

static void
test_search (Fixture *fixture, gconstpointer data)
{
  add_file (fixture, "one");
  add_file (fixture, "two");
  add_file (fixture, "three");
  put_text (fixture, "one", "Parents' survey of the nursery, spring. A café for families.");
  put_text (fixture, "two", "survey survey survey: what the parent’s view was");
  put_text (fixture, "three", NULL);
  check_index (fixture);
  FOUND ("survey", "two", "one", NULL);
  FOUND ("SURV", "two", "one", NULL);
  FOUND ("survey nurs", "one", NULL);
  FOUND ("cafe", "one", NULL);
  FOUND ("parent's", "two", NULL);
  FOUND ("par vie", "two", NULL);
  FOUND ("a survey", "one", NULL);
  FOUND ("unheard", NULL);
  FOUND ("  ", NULL);
  FOUND ("—", NULL);
}

/* What a person types is words, never a command. */
static void
test_hostile_queries (Fixture *fixture, gconstpointer data)
{
  static const char *const queries[] = { "\"",
                                         "\"\"\" OR",
                                         "NEAR(survey nurs)",
                                         "text : survey",
                                         "{text} : x",
                                         "survey*",
                                         "^survey",
                                         "-survey",
                                         "survey NOT parents",
                                         "(",
                                         "a\"b",
                                         "extract_index",
                                         "\xff\xfe",
                                         "*",
                                         "' --" };

  add_file (fixture, "one");
  put_text (fixture, "one", "survey of or not near text");
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) matches = sf_extract_search (fixture->store, queries[i], 5, &error);

      g_test_message ("%s", queries[i]);
      g_assert_no_error (error);
      g_assert_nonnull (matches);
    }
  FOUND ("survey*", "one", NULL);
  FOUND ("survey NOT", "one", NULL);
  FOUND ("survey NOT parents", NULL);
}

/* Replaced, and gone with its content. */
static void
test_removal (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 content = add_file (fixture, "one");

  add_file (fixture, "two");
  put_text (fixture, "one", "xylophone lesson");
  put_text (fixture, "two", "lesson plan");
  put_text (fixture, "one", "zither lesson");
  check_index (fixture);
  FOUND ("xylophone", NULL);
  FOUND ("zither", "one", NULL);
  run_sql (fixture->store, "DELETE FROM attachment WHERE name = 'a.txt' AND digest ="
                           " (SELECT digest FROM content ORDER BY id LIMIT 1)");
  FOUND ("zither", NULL);
  sf_content_discard (fixture->store, content, &error);
  g_assert_no_error (error);
  check_index (fixture);
  g_assert_cmpint (get_int (fixture->store, "SELECT count (*) FROM extract"), ==, 1);
  FOUND ("lesson", "two", NULL);
}

static gboolean
has_in_file (Fixture *fixture, const char *word)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  gsize length;

  g_file_get_contents (fixture->path, &bytes, &length, &error);
  g_assert_no_error (error);
  return memmem (bytes, length, word, strlen (word)) != NULL;
}

/* Once the index is made one, no byte of the file holds the word. */
static void
test_erasing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gboolean finished = FALSE;
  gint64 content;
  guint pieces = 0;

  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *name = g_strdup_printf ("file %u", i);
      g_autofree char *text = g_strdup_printf ("words of file %u, %u", i, i * 77);

      add_file (fixture, name);
      put_text (fixture, name, text);
    }
  content = add_file (fixture, "bytes of the one");
  put_text (fixture, "bytes of the one", "about Quillfeather and others");
  for (guint i = 40; i < 60; i++)
    {
      g_autofree char *name = g_strdup_printf ("file %u", i);

      add_file (fixture, name);
      put_text (fixture, name, "more");
    }
  g_assert_true (has_in_file (fixture, "Quillfeather"));
  g_assert_true (has_in_file (fixture, "uillfeather"));
  run_sql (fixture->store, "DELETE FROM attachment WHERE size = 16");
  sf_content_discard (fixture->store, content, &error);
  g_assert_no_error (error);
  while (!finished)
    {
      sf_extract_optimize_some (fixture->store, &finished, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (++pieces, <, 1000);
    }
  check_index (fixture);
  g_assert_false (has_in_file (fixture, "uillfeather"));
  g_assert_false (has_in_file (fixture, "bytes of the one"));
  FOUND ("words 1540", "file 20", NULL);
}

/* A picture comes back as it went in; one that lies about its size does not come at all. */
static void
test_picture (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *digest = digest_of ("one");
  guint8 pixels[5 * 3 * 3];
  g_autoptr (GBytes) bytes = NULL;
  SfExtract extract = { .made = TRUE,
                        .title = (char *)"Survey",
                        .dated_on = (char *)"2026-02-03",
                        .width = 5,
                        .height = 3 };
  SfExtract *back;

  for (guint i = 0; i < sizeof pixels; i++)
    pixels[i] = (guint8)(i * 37);
  bytes = g_bytes_new (pixels, sizeof pixels);
  extract.picture = bytes;
  add_file (fixture, "one");
  g_assert_null (sf_extract_get (fixture->store, digest, &error));
  g_assert_no_error (error);
  sf_extract_put (fixture->store, digest, &extract, &error);
  g_assert_no_error (error);
  back = sf_extract_get (fixture->store, digest, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (back->title, ==, "Survey");
  g_assert_cmpstr (back->dated_on, ==, "2026-02-03");
  g_assert_cmpuint (back->width, ==, 5);
  g_assert_cmpuint (back->height, ==, 3);
  g_assert_true (g_bytes_equal (back->picture, bytes));
  sf_extract_free (back);

  /* fewer pixels than are there, and more: both are refused */
  for (guint height = 2; height <= 512; height += 510)
    {
      g_autofree char *sql = g_strdup_printf ("UPDATE extract SET height = %u", height);

      run_sql (fixture->store, sql);
      back = sf_extract_get (fixture->store, digest, &error);
      g_assert_no_error (error);
      g_assert_null (back->picture);
      sf_extract_free (back);
    }
}

static void
test_lack (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *two = digest_of ("two");
  SfExtractLack lack;
  gint64 content;

  sf_extract_find_lack (fixture->store, 0, &lack, &error);
  g_assert_no_error (error);
  g_assert_cmpint (lack.content, ==, 0);
  add_file (fixture, "one");
  content = add_file (fixture, "two");
  put_text (fixture, "one", NULL);
  sf_extract_find_lack (fixture->store, 0, &lack, &error);
  g_assert_no_error (error);
  g_assert_cmpint (lack.content, ==, content);
  g_assert_cmpint (lack.size, ==, 3);
  g_assert_cmpstr (lack.digest, ==, two);
  g_assert_cmpstr (lack.name, ==, "a.txt");
  sf_extract_lack_clear (&lack);
  sf_extract_find_lack (fixture->store, content, &lack, &error);
  g_assert_no_error (error);
  g_assert_cmpint (lack.content, ==, 0);
  /* a content that has gone meanwhile gets nothing */
  put_text (fixture, "nobody's", "words");
  g_assert_cmpint (get_int (fixture->store, "SELECT count (*) FROM extract"), ==, 1);
}

/* A text that is longer than is kept ends with a whole character. */
static void
test_long_text (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new ("x");

  while (text->len < SF_EXTRACT_TEXT_LIMIT + 4)
    g_string_append (text, "é ");
  add_file (fixture, "one");
  put_text (fixture, "one", text->str);
  check_index (fixture);
  g_assert_cmpint (get_int (fixture->store, "SELECT length (CAST (text AS BLOB)) FROM extract"), <=,
                   SF_EXTRACT_TEXT_LIMIT);
  FOUND ("xe", "one", NULL);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    void (*run) (Fixture *, gconstpointer);
  } tests[] = {
    { "search", test_search },       { "hostile-queries", test_hostile_queries },
    { "removal", test_removal },     { "erasing", test_erasing },
    { "picture", test_picture },     { "lack", test_lack },
    { "long-text", test_long_text },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/store/extract/", tests[i].name, NULL);
      g_test_add (path, Fixture, NULL, set_up, tests[i].run, tear_down);
    }
  return run_tests_in_own_home ();
}
