/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "base/sf-date.h"
#include "base/sf-text.h"

/* What people type, and what it is taken for: better refused than taken for something else. */

static void
test_numbers (void)
{
  static const struct
  {
    const char *text;
    double number;
  } taken[] = { { "34", 34 },
                { "12.5", 12.5 },
                { " 1,234 ", 1234 },
                { "1 234.50", 1234.5 },
                { "12,345,678", 12345678 },
                { "61%", 61 },
                { "61 %", 61 },
                { "£1,250.50", 1250.5 },
                { "-5", -5 },
                { "\u22125", -5 },
                { ".5", 0.5 },
                { "7.", 7 },
                { "0", 0 } };
  static const char *const refused[]
      = { "",     " ",     "12,5", "1,23",  "1,2345", "12,34,567",       "0x10",
          "1e9",  "1e-30", "nan",  "inf",   "12p",    "1.2.3",           "--5",
          "5-",   "%",     "£",    "five",  "1/2",    "999999999999999", "99999999999999999999999",
          "5 %%", ".",     ",5",   "12.5,0" };

  for (guint i = 0; i < G_N_ELEMENTS (taken); i++)
    {
      double number = -1;

      g_test_message ("%s", taken[i].text);
      g_assert_true (sf_text_parse_number (taken[i].text, &number));
      g_assert_cmpfloat (number, ==, taken[i].number);
    }
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      double number;

      g_test_message ("%s", refused[i]);
      g_assert_false (sf_text_parse_number (refused[i], &number));
    }
}

/* What was written is read as the same again. */
static void
test_there_and_back (void)
{
  static const struct
  {
    double number;
    const char *text;
  } cases[] = { { 61, "61" },
                { 61.5, "61.5" },
                { 0.25, "0.25" },
                { -3, "-3" },
                { 1234567.5, "1234567.5" },
                { 0.000001, "0.000001" },
                { 33.333333, "33.333333" },
                { 0, "0" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = sf_text_format_number (cases[i].number);
      double number;

      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_true (sf_text_parse_number (text, &number));
      g_assert_cmpfloat (number, ==, cases[i].number);
    }
}

static void
test_lines (void)
{
  g_autofree char *line = sf_text_to_line ("First\nsecond\tthird\u2028fourth \001fifth, مرحبا");

  g_assert_cmpstr (line, ==, "First second third fourth  fifth, مرحبا");
}

/* A reason has a letter or a digit in it, of whatever script. */
static void
test_says_something (void)
{
  static const char *const something[] = { "Wait", "7", " …a", "да", "等", "٣", "é" };
  static const char *const nothing[] = { "", " \n", ".", "—", "-- !?", "…", "🌼", "\u00a0", "×" };

  for (guint i = 0; i < G_N_ELEMENTS (something); i++)
    g_assert_true (sf_text_says_something (something[i]));
  for (guint i = 0; i < G_N_ELEMENTS (nothing); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (sf_text_says_something (nothing[i]));
      g_assert_false (sf_text_check_says (nothing[i], &error));
      g_assert_nonnull (error);
    }
  g_assert_false (sf_text_says_something (NULL));
}

static void
test_longest_line (void)
{
  g_autofree char *letters = g_strnfill (SF_TEXT_MAX_LINE - 1, 'a');
  g_autofree char *most = g_strconcat (letters, "é", NULL);
  g_autofree char *more = g_strconcat (most, "b", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (sf_text_check_line (most, &error));
  g_assert_no_error (error);
  g_assert_false (sf_text_check_line (more, &error));
  g_assert_nonnull (strstr (error->message, "501 characters, and 500 is the most"));
}

/* What would never end on the screen. */
static void
test_shown (void)
{
  g_autofree char *letters = g_strnfill (100000, 'a');
  g_autofree char *most = g_strnfill (200, 'a');
  g_autofree char *long_text = g_strconcat ("One ", letters, " word, ", letters, NULL);
  g_autofree char *expected = g_strconcat ("One ", most, "… word, ", most, "…", NULL);
  g_autofree char *shown = sf_text_to_shown (long_text), *same = sf_text_to_shown (most);

  g_assert_cmpstr (shown, ==, expected);
  g_assert_cmpstr (same, ==, most);
  g_assert_null (sf_text_to_shown (NULL));
}

static void
test_years (void)
{
  g_autofree char *date = sf_date_parse ("1/2/26", NULL);

  g_assert_cmpstr (date, ==, "2026-02-01");
  g_assert_null (sf_date_parse ("1/1/0001", NULL));
  g_assert_null (sf_date_parse ("1/1/026", NULL));
  g_assert_null (sf_date_parse ("1/1/9998", NULL));
}

/* What is kept of what was typed, pasted or imported. */
static void
test_clean (void)
{
  static const struct
  {
    const char *text, *kept;
  } cases[] = {
    { NULL, NULL },
    { " \t\n", NULL },
    { " Fathers write \n", "Fathers write" },
    { "One\nTwo\tThree\r\nFour", "One\nTwo\tThree\r\nFour" },
    { "Fa\athers\x7f", "Fathers" },
    { "a\xc2\x80"
      "b\xc2\x9f"
      "c\xc2\xa0"
      "d",
      "abc\xc2\xa0"
      "d" },
    { "\u202eFa\u202athers\u202c \u2066write\u2069", "Fathers write" },
    { "\u202d\a\u2067 \u2068", NULL },
    /* marks that some writing needs, and signs beside those that are taken away */
    { "\u200fعربي \u2065\u206a\u2029\u202f", "\u200fعربي \u2065\u206a\u2029\u202f" },
    { "Zażółć 🌻 e\u0301", "Zażółć 🌻 e\u0301" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *kept = sf_text_clean (cases[i].text);

      g_test_message ("case %u", i);
      g_assert_cmpstr (kept, ==, cases[i].kept);
      g_assert_cmpint (sf_text_is_blank (cases[i].text), ==, cases[i].kept == NULL);
    }
}

/* Twice as long takes twice as long: a megabyte of marks is cleaned at once. */
static void
test_clean_much (void)
{
  const gsize n = 1000000;
  g_autoptr (GString) text = g_string_sized_new (3 * n + 2);
  g_autofree char *kept = NULL;
  gint64 begun;

  g_string_append_c (text, 'a');
  for (gsize i = 0; i < n; i++)
    g_string_append (text, "\u202e");
  g_string_append_c (text, 'b');
  begun = g_get_monotonic_time ();
  kept = sf_text_clean (text->str);
  g_assert_cmpint (g_get_monotonic_time () - begun, <, 5 * G_USEC_PER_SEC);
  g_assert_cmpstr (kept, ==, "ab");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/text/numbers", test_numbers);
  g_test_add_func ("/base/text/there-and-back", test_there_and_back);
  g_test_add_func ("/base/text/years", test_years);
  g_test_add_func ("/base/text/lines", test_lines);
  g_test_add_func ("/base/text/says-something", test_says_something);
  g_test_add_func ("/base/text/longest-line", test_longest_line);
  g_test_add_func ("/base/text/shown", test_shown);
  g_test_add_func ("/base/text/clean", test_clean);
  g_test_add_func ("/base/text/clean-much", test_clean_much);
  return g_test_run ();
}
