/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/sf-error.h"
#include "exchange/sf-return-counts.h"

#include <string.h>

/* Exact counts, sealed: what arrives is what was sent, or a sentence. */

#define HEAD                                                                                       \
  "\"Sixfold return\",1\r\n"                                                                       \
  "018f2f1e-7c11-7abc-8def-0123456789ab,Elm Road,2026-27,2026-04-01,2027-03-31,2026-11-22\r\n"
#define ROW "Reach,proportion,Fathers,2026–27,2026-04-01,3,41,,Register,2026-10-01,2026-09-01\r\n"

typedef struct
{
  SfSecret *key;
  GBytes *public_half;
} Authority;

static void
set_up (Authority *authority, gconstpointer data)
{
  authority->key = sf_recovery_new ();
  authority->public_half = sf_recovery_get_public (authority->key);
}

static void
tear_down (Authority *authority, gconstpointer data)
{
  sf_secret_unref (authority->key);
  g_bytes_unref (authority->public_half);
}

static GBytes *
seal (Authority *authority, const char *text)
{
  g_autoptr (GBytes) contents = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  GBytes *sealed = sf_return_seal (authority->public_half, contents, &error);

  g_assert_no_error (error);
  return sealed;
}

/* A sentence of one or two, in our domain. */
static void
assert_refused (SfSecret *key, GBytes *sealed, int code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SfReturnCounts) counts = sf_return_counts_open (key, sealed, &error);

  g_assert_null (counts);
  if (error->domain != SF_ERROR || (code >= 0 && error->code != code))
    g_error ("%d: %s", error->code, error->message);
  g_assert_true (g_str_has_suffix (error->message, "."));
}

static void
test_line (Authority *authority, gconstpointer data)
{
  g_autofree char *line = sf_return_key_to_line (authority->public_half);
  g_autofree char *spaced = g_strdup_printf ("  %s\n", line);
  g_autoptr (GBytes) back = NULL, again = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_str_has_prefix (line, "sixfold-return-1:"));
  g_assert_cmpuint (strlen (line), <, 80);
  back = sf_return_key_parse (line, &error);
  again = sf_return_key_parse (spaced, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (back, authority->public_half));
  g_assert_true (g_bytes_equal (again, authority->public_half));
  /* every slip is noticed */
  for (guint i = 0; line[i] != '\0'; i++)
    {
      g_autofree char *slip = g_strdup (line);
      g_autofree char *cut = g_strndup (line, i);
      const char *const lines[] = { slip, cut };

      slip[i] = slip[i] == 'x' ? 'y' : 'x';
      for (guint k = 0; k < G_N_ELEMENTS (lines); k++)
        {
          g_autoptr (GError) local = NULL;

          g_assert_null (sf_return_key_parse (lines[k], &local));
          g_assert_true (local->domain == SF_ERROR);
        }
    }
  g_assert_null (sf_return_key_parse (NULL, NULL));
  g_assert_null (sf_return_key_parse ("sixfold-return-2:whatever:1", &error));
  g_assert_error (error, SF_ERROR, SF_ERROR_TOO_NEW);
}

static void
test_way (Authority *authority, gconstpointer data)
{
  g_autoptr (GBytes) sealed = seal (authority, HEAD ROW), again = seal (authority, HEAD ROW);
  g_autoptr (GBytes) more = seal (authority, HEAD ROW ROW);
  g_autoptr (GError) error = NULL;
  g_autoptr (SfReturnCounts) counts = sf_return_counts_open (authority->key, sealed, &error);
  g_autofree char *csv = NULL;
  gsize size;
  const char *bytes = g_bytes_get_data (sealed, &size);

  g_assert_no_error (error);
  g_assert_cmpstr (counts->centre_id, ==, "018f2f1e-7c11-7abc-8def-0123456789ab");
  g_assert_cmpstr (counts->centre, ==, "Elm Road");
  g_assert_cmpuint (counts->rows->len, ==, 1);
  csv = sf_return_counts_to_csv (counts);
  g_assert_nonnull (strstr (csv, "\"Elm Road\",2026-27,Reach,proportion,Fathers,2026–27,2026-04-01,"
                                 "3,41,,Register,2026-10-01,2026-09-01\r\n"));
  /* nothing of it is in the bytes; its length says little, and twice the same is not the same */
  g_assert_null (memmem (bytes, size, "Fathers", 7));
  g_assert_null (memmem (bytes, size, "Elm Road", 8));
  g_assert_false (g_bytes_equal (sealed, again));
  g_assert_cmpuint (g_bytes_get_size (more), ==, size);
}

static void
test_changed (Authority *authority, gconstpointer data)
{
  g_autoptr (GBytes) sealed = seal (authority, HEAD ROW);
  g_autoptr (SfSecret) other = sf_recovery_new ();
  gsize size;
  const guint8 *bytes = g_bytes_get_data (sealed, &size);

  assert_refused (other, sealed, SF_ERROR_INVALID);
  for (gsize i = 0; i < size; i++)
    {
      g_autofree guint8 *changed = g_memdup2 (bytes, size);
      g_autoptr (GBytes) wrong = NULL, cut = g_bytes_new (bytes, i);

      changed[i] ^= 1;
      wrong = g_bytes_new (changed, size);
      assert_refused (authority->key, wrong, i >= 16 ? SF_ERROR_DAMAGED : -1);
      assert_refused (authority->key, cut, -1);
    }
}

static void
test_hostile (Authority *authority, gconstpointer data)
{
  static const char *const texts[] = {
    "",
    "nothing of ours",
    "\"Sixfold return\",1\r\n",
    HEAD,
    "\"Sixfold return\",99\r\n" ROW ROW,
    "\"Sixfold return\",-1\r\n" ROW ROW,
    HEAD "one,two\r\n",
    HEAD "Reach,proportion,Fathers,2026–27,never,3,41,,Register,,\r\n",
    HEAD "Reach,proportion,Fathers,2026–27,2026-04-01,-3,41,,Register,,\r\n",
    HEAD "Reach,proportion,Fathers,2026–27,2026-04-01,1e9,41,,Register,,\r\n",
    HEAD "Reach,proportion,Fathers,2026–27,2026-04-01,3,99999999999999999999,,Register,,\r\n",
    HEAD "Reach,proportion,Fathers,2026–27,2026-04-01,3,41,=1+1,Register,,\r\n",
    HEAD "Reach,proportion,Fathers,2026–27,2026-04-01,3,41,,Register,31 May,\r\n",
    HEAD ",proportion,Fathers,2026–27,2026-04-01,3,41,,Register,,\r\n",
    "\"Sixfold return\",1\r\nno uuid,Elm Road,2026-27,2026-04-01,2027-03-31,2026-11-22\r\n" ROW,
    HEAD ROW "\"never closed",
  };
  g_autofree char *large = g_malloc (SF_RETURN_MAX_SIZE + 2);
  g_autoptr (GBytes) contents = NULL, heavy = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) sealed = seal (authority, texts[i]);

      g_test_message ("%u", i);
      assert_refused (authority->key, sealed, -1);
    }
  memset (large, ',', SF_RETURN_MAX_SIZE + 1);
  contents = g_bytes_new (large, SF_RETURN_MAX_SIZE + 1);
  g_assert_null (sf_return_seal (authority->public_half, contents, &error));
  g_assert_error (error, SF_ERROR, SF_ERROR_TOO_LARGE);
  large[SF_RETURN_MAX_SIZE] = '\0';
  heavy = seal (authority, large);
  assert_refused (authority->key, heavy, -1);
}

/* Somebody's measure is no program of the authority's spreadsheet. */
static void
test_formula (Authority *authority, gconstpointer data)
{
  g_autoptr (GBytes) sealed
      = seal (authority,
              HEAD "\"=HYPERLINK(\"\"http://x\"\")\",count,@all,2026–27,2026-04-01,3,,,+1,,\r\n");
  g_autoptr (GError) error = NULL;
  g_autoptr (SfReturnCounts) counts = sf_return_counts_open (authority->key, sealed, &error);
  g_autofree char *csv = NULL;

  g_assert_no_error (error);
  csv = sf_return_counts_to_csv (counts);
  g_assert_nonnull (strstr (csv, "\"'=HYPERLINK(\"\"http://x\"\")\",count,'@all,"));
  g_assert_nonnull (strstr (csv, ",'+1,"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function)                                                                        \
  g_test_add ("/exchange/return/" path, Authority, NULL, set_up, function, tear_down)
  ADD ("line", test_line);
  ADD ("way", test_way);
  ADD ("changed", test_changed);
  ADD ("hostile", test_hostile);
  ADD ("formula", test_formula);
  return g_test_run ();
}
