/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "disclosure-cases.h"

#include <string.h>

/* What may be shown: worked cases. The attack on random years is test-disclosure-attack.c. */

static void
test_cases (void)
{
  /* What is not shown: "a!" is small, "a~" protects; "a/!" and "a/~" are denominators. Why each
   * answer is what it is can be followed with a pencil. */
  static const struct
  {
    const char *what;
    const char *cells;
    const char *relations;
    const char *earlier;
    const char *not_shown;
  } cases[] = {
    /* Rule 1. */
    { "a small count", "a=4", "", "", "a!" },
    { "the least that is shown", "a=5", "", "", "" },
    { "nought is shown", "a=0", "", "", "" },
    { "nought of some", "a=0/30", "", "", "" },
    { "all of them", "a=30/30", "", "", "" },
    { "28 of 30: two were not", "a=28/30", "", "", "a!" },
    { "25 of 30: five were not", "a=25/30", "", "", "" },
    { "a small count of a denominator", "a=2/30", "", "", "a!" },
    /* With a denominator of 6 or less, one of the two is always small. 3 of 6: a reader of "6"
     * thinks 0 to 6 possible. */
    { "both small, of six", "a=3/6", "", "", "a!" },
    /* 2 of 5: 5 of 5 is possible, but then nothing would be small and all would be shown; who knows
     * the rule knows that it is 1 to 4. So the 5 is not shown either. */
    { "two of five", "a=2/5", "", "", "a! a/~" },
    { "a group of three", "a=0/3", "", "", "a! a/!" },

    /* Sums. One small part needs another one; b is the smallest that helps. */
    { "a total gives the rest back", "all=40 a=3 b=17 c=20", "all:a b c", "", "a! b~" },
    { "two small parts, not so small together", "all=40 a=3 b=4 c=33", "all:a b c", "", "a! b!" },
    /* 3 + 1: neither could be 5. */
    { "two small parts of 4", "all=34 a=3 b=1 c=30", "all:a b c", "", "a! b! c~" },
    /* 4 + 1: (5, 0) is possible, but has nothing small; the rule would have shown it. */
    { "two small parts of 5", "all=35 a=4 b=1 c=30", "all:a b c", "", "a! b! c~" },
    /* Nought protects nothing here (3 + 0), the next one does. */
    { "nought beside", "all=18 a=3 b=0 c=15", "all:a b c", "", "a! c~" },
    { "nothing small", "all=30 a=10 b=20", "all:a b", "", "" },
    { "two parts, so the total or the other", "all=13 a=3 b=10", "all:a b", "", "a! b~" },
    { "equal ones: the last added", "all=43 a=3 b=20 c=20", "all:a b c", "", "a! c~" },
    /* 40 − 37: three of whom the group is not known are a count too. */
    { "not all is in the parts", "all=40 a=17 b=20", "all:a b", "", "a~" },

    /* Groups that overlap are no sums, but each leaves peers. */
    { "a small group", "all=40 g=3", "all>g", "", "g!" },
    { "small peers", "all=40 g=38", "all>g", "", "g~" },
    { "two groups that overlap", "all=40 g=3 h=39", "all>g all>h", "", "g! h~" },
    { "everybody is in the group", "all=40 g=40", "all>g", "", "" },
    { "parts that overlap", "all=20 a=15 b=12", "all:a b", "", "" },
    { "parts that overlap, one small", "all=20 a=3 b=19", "all:a b", "", "a! b~" },

    /* Two dimensions: the classic square; a rectangle of four protects. */
    { "a table of two dimensions", "r1=30 r2=32 c1=25 c2=37 a=3 b=27 c=22 d=10 all=62",
      "all:r1 r2 all:c1 c2 r1:a b r2:c d c1:a c c2:b d", "", "a! b~ c~ d~" },

    /* Quarters of a year. */
    { "quarters", "q1=2 q2=9 q3=8 q4=11 year=30", "year:q1 q2 q3 q4", "", "q1! q3~" },

    /* Denominators. The count protects the count; the denominators are public here or not. */
    { "rates of parts", "all=30/80 a=2/20 b=13/30 c=15/30", "all:a b c", "", "a! b~" },
    { "a small group of people", "all=30/80 a=1/3 b=29/77", "all:a b", "", "a! a/! b~ b/~" },
    { "denominators that everybody knows", "all=30/80 a=2/20 b=28/60", "all:a b a/ b/ all/", "",
      "a! b~" },

    /* Earlier reports. What they showed is known: b cannot protect any more. */
    { "shown earlier", "all=40 a=3 b=17 c=20", "all:a b c", "1:b=17", "a! c~" },
    { "shown in several reports", "all=60 a=3 b=17 c=20 d=20", "all:a b c d", "1:b=17 2:d=20",
      "a! c~" },
    { "a total shown earlier", "all=40 a=3 b=17 c=20", "all:a b c", "1:all=40", "a! b~" },
    { "the rest was shown", "all=40 a=3 b=17 c=20", "all:a b c", "1:all=40 2:b=17 3:c=20",
      "a! [a]" },
    { "what was not shown stays so", "all=40 a=3 b=17 c=20", "all:a b c",
      "1:all=40 1:-a=3 1:-b=17 1:c=20", "a! b~" },
    /* Revised: a was 3 and is 6; all was 40 and is 43. The old three must stay hidden. They are the
     * old total less b and c, which are unchanged; so b must not be had, also not from the new
     * total less a and c. */
    { "a revised count", "all=43 a=6 b=17 c=20", "all:a b c", "1:all=40 1:-a=3 1:-b=17 1:c=20",
      "a~ b~" },
    { "a revised small count", "all=40 a=3 b=17 c=20", "all:a b c", "1:all=42 1:a=5 1:b=17 1:c=20",
      "all~ a!" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SfDisclosure) made
          = make_case (cases[i].cells, cases[i].relations, cases[i].earlier);
      g_autofree char *not_shown = list_not_shown (made, cases[i].cells);

      g_test_message ("%s", cases[i].what);
      g_assert_cmpstr (not_shown, ==, cases[i].not_shown);
    }
}

/* A value may be shown if all that it is made of is. */
static void
test_derived (void)
{
  g_autoptr (SfDisclosure) made
      = make_case ("all=60/90 f=2/20 l=12/30 t=0/3 n=30", "all>f all>l all>t", "");
  static const struct
  {
    const char *key;
    gboolean count, denominator, rate, complement, remaining;
  } cases[] = {
    { "all", TRUE, TRUE, TRUE, TRUE, TRUE },   { "f", FALSE, TRUE, FALSE, FALSE, FALSE },
    { "l", TRUE, TRUE, TRUE, TRUE, TRUE },     { "t", FALSE, FALSE, FALSE, FALSE, FALSE },
    { "n", TRUE, FALSE, FALSE, FALSE, FALSE }, { "unheard of", FALSE, FALSE, FALSE, FALSE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *key = cases[i].key;

      g_test_message ("%s", key);
      g_assert_cmpint (sf_disclosure_may_show (made, key, SF_DERIVED_COUNT), ==, cases[i].count);
      g_assert_cmpint (sf_disclosure_may_show (made, key, SF_DERIVED_DENOMINATOR), ==,
                       cases[i].denominator);
      g_assert_cmpint (sf_disclosure_may_show (made, key, SF_DERIVED_RATE), ==, cases[i].rate);
      g_assert_cmpint (sf_disclosure_may_show (made, key, SF_DERIVED_COMPLEMENT), ==,
                       cases[i].complement);
      g_assert_cmpint (sf_disclosure_may_show (made, key, SF_DERIVED_REMAINING), ==,
                       cases[i].remaining);
    }
  g_assert_true (sf_disclosure_may_compare (made, "l", "all"));
  g_assert_true (sf_disclosure_may_compare (made, "n", "l"));
  g_assert_false (sf_disclosure_may_compare (made, "f", "all"));
  g_assert_false (sf_disclosure_may_compare (made, "all", "t"));
  g_assert_false (sf_disclosure_may_compare (made, "all", "unheard of"));
  g_assert_cmpstr (sf_disclosure_get_mark (), ==, "not shown");
}

static void
test_repeats (void)
{
  g_autoptr (SfDisclosure) made = make_case ("all=60/90 f=2/30 l=12/30", "all>f all>l", "");

  g_assert_true (sf_disclosure_repeats (made, 2.0, 0, FALSE));
  g_assert_false (sf_disclosure_repeats (made, 12.0, 0, FALSE));
  g_assert_false (sf_disclosure_repeats (made, 2.5, 1, FALSE));
  /* 2 of 30 is 6.67%. */
  g_assert_true (sf_disclosure_repeats (made, 7.0, 0, TRUE));
  g_assert_true (sf_disclosure_repeats (made, 6.7, 1, TRUE));
  g_assert_false (sf_disclosure_repeats (made, 6.6, 1, TRUE));
  g_assert_false (sf_disclosure_repeats (made, 40.0, 0, TRUE));
  g_assert_false (sf_disclosure_repeats (made, 2.0, 0, TRUE));
  /* what is left says the same: 28 of 30, 93.33% */
  g_assert_true (sf_disclosure_repeats (made, 28.0, 0, FALSE));
  g_assert_true (sf_disclosure_repeats (made, 93.0, 0, TRUE));
  g_assert_true (sf_disclosure_repeats (made, 93.3, 1, TRUE));
  g_assert_false (sf_disclosure_repeats (made, 27.0, 0, FALSE));
  g_assert_false (sf_disclosure_repeats (made, 92.0, 0, TRUE));
  /* nor of what is shown */
  g_assert_false (sf_disclosure_repeats (made, 18.0, 0, FALSE));
}

static void
test_text (void)
{
  /* Not shown are: 3 and its 12.5%; 26 of 28 and with it the two that are left, 92.9%; 1,204, which
   * protects 3 more. */
  g_autoptr (SfDisclosure) made = make_case ("a=3/24 b=26/28 all=1207 c=3 d=1204", "all:c d", "");
  static const struct
  {
    const char *text;
    const char *found; /* joined by | */
  } cases[] = {
    { "", "" },
    { "Only 3 fathers came.", "3" },
    { "Only three fathers came, Three!", "three|Three" },
    { "THREE of them", "THREE" },
    { "13 of 30, 33 and 3a", "" },
    { "the 3rd of them, 3.5 hours, at 3:30, 1/3", "" },
    { "on 3 May 2026, on 2026-05-03", "" },
    { "3 Mayors", "3" },
    { "twenty-three, three-year-olds", "" },
    { "(3), “3”: 3; 3.", "3|3|3|3" },
    { "3–4 and 2-3", "3|2|3" },
    { "two did not, and twelve did", "two" },
    { "26 families", "26" },
    { "1204 or 1,204 families, 12,04", "1204|1,204" },
    { "3% is not it; 13% and 12.5 per cent are; 93 percent", "13|12.5|93" },
    { "threefold, drei, \xc3\xa9three", "" },
    { "three", "three" },
    /* dates, times and money */
    { "from 3 to 7 May, 3 and 4 June, 3–5 July, 3 Jul", "" },
    { "3 to 7 fathers; 3 and 4", "3|3" },
    { "three weeks, 3 pm, in 3 years’ time, £3 a head, three times", "" },
    { "3 weekly visits", "" },
    /* names of things and codes */
    { "page 3, Year 3, NI 3, level three, LLD-S3, S3, room 3", "" },
    { "3. Agree the lease.\n3) A governor; one, two, 3. They", "two|3" },
    { "In the year, 3 came", "3" },
    { "Fathers: 3", "3" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) hits = sf_disclosure_find_in_text (made, cases[i].text);
      g_autoptr (GString) found = g_string_new (NULL);

      for (guint j = 0; j < hits->len; j++)
        {
          const SfDisclosureHit *hit = &g_array_index (hits, SfDisclosureHit, j);

          /* one number may be that of several cells */
          if (j > 0 && hit[-1].start == hit->start)
            {
              g_assert_cmpstr (hit[-1].key, !=, hit->key);
              continue;
            }
          if (j > 0)
            g_string_append_c (found, '|');
          g_string_append_len (found, cases[i].text + hit->start, (gssize)hit->length);
          g_assert_nonnull (hit->key);
        }
      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (found->str, ==, cases[i].found);
    }
}

/* "One" is a number only where it counts somebody. */
static void
test_one (void)
{
  g_autoptr (SfDisclosure) made = make_case ("f=1/30", "", "");
  static const char *const numbers[]
      = { "one father came", "Only one of them", "One lone parent", "1 came", "1, not more" };
  static const char *const others[] = { "one kind of proof",
                                        "no one came",
                                        "one by one",
                                        "The one we miss",
                                        "step one",
                                        "one-to-one",
                                        "" };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autoptr (GArray) hits = sf_disclosure_find_in_text (made, numbers[i]);

      g_test_message ("%s", numbers[i]);
      g_assert_cmpuint (hits->len, ==, 1);
    }
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (GArray) hits = sf_disclosure_find_in_text (made, others[i]);

      g_test_message ("%s", others[i]);
      g_assert_cmpuint (hits->len, ==, 0);
    }
}

/* The answer does not hang on anything but what was added. */
static void
test_same_again (void)
{
  const char *cells = "all=97/200 a=3/40 b=17/40 c=20/60 d=57/60 f=4/90 l=30/80 t=96/150";
  const char *relations = "all:a b c d all>f all>l all>t";
  g_autoptr (SfDisclosure) first = make_case (cells, relations, "1:all=97 1:-a=3 1:-b=17");
  g_autofree char *expected = list_not_shown (first, cells);

  for (guint i = 0; i < 5; i++)
    {
      g_autoptr (SfDisclosure) again = make_case (cells, relations, "1:all=97 1:-a=3 1:-b=17");
      g_autofree char *got = list_not_shown (again, cells);

      g_assert_cmpstr (got, ==, expected);
    }
}

/* Many cells: it is decided within a second or two even with sanitizers. */
static void
test_large (void)
{
  g_autoptr (SfDisclosure) made = sf_disclosure_new ();
  g_autoptr (GTimer) timer = g_timer_new ();
  const char *months[13] = { NULL };
  gint64 counts = 0;

  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *month = g_strdup_printf ("m%u", i);

      months[i] = g_intern_string (month);
      sf_disclosure_add (made, months[i], (i * 7) % 23, 40 + i);
      counts += (i * 7) % 23;
    }
  sf_disclosure_add (made, "year", counts, 40 * 12 + 66);
  sf_disclosure_add_sum (made, "year", months);
  for (guint i = 0; i < 24; i++)
    {
      g_autofree char *key = g_strdup_printf ("g%u", i);

      sf_disclosure_add (made, key, (i * 5) % 31, 60 + i);
      sf_disclosure_add_group (made, "year", key);
    }
  sf_disclosure_decide (made);
  g_test_message ("%.2f s", g_timer_elapsed (timer, NULL));
  g_assert_cmpfloat (g_timer_elapsed (timer, NULL), <, 10.0);
  g_assert_cmpint (sf_disclosure_get (made, "year", SF_FIGURE_COUNT), ==, SF_DISCLOSURE_SHOWN);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/disclosure/cases", test_cases);
  g_test_add_func ("/disclosure/derived", test_derived);
  g_test_add_func ("/disclosure/repeats", test_repeats);
  g_test_add_func ("/disclosure/text", test_text);
  g_test_add_func ("/disclosure/one", test_one);
  g_test_add_func ("/disclosure/same-again", test_same_again);
  g_test_add_func ("/disclosure/large", test_large);

  return g_test_run ();
}
