/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-number-text.h"

#include <string.h>

/* Which numbers of a text may count people: the rules of sf-number-text.h, case by case. */

/* "3!" counts people, "3?" may, "3%" is a percentage (of people "3%!"), "1:9" a ratio. */
static char *
tell (const char *text)
{
  g_autoptr (GArray) numbers = sf_number_find_in_text (text);
  GString *told = g_string_new (NULL);

  for (guint i = 0; i < numbers->len; i++)
    {
      const SfNumber *number = &g_array_index (numbers, SfNumber, i);

      if (i > 0)
        g_string_append_c (told, ' ');
      g_string_append_printf (told, "%.*f", (int)number->decimals, number->value);
      if (number->of > 0)
        g_string_append_printf (told, ":%.0f", number->of);
      if (number->percent)
        g_string_append_c (told, '%');
      g_string_append_c (told, number->sense == SF_NUMBER_PEOPLE ? '!' : '?');
      /* a number is where it says */
      g_assert_cmpuint (number->start + number->length, <=, strlen (text));
      g_assert_cmpuint (number->length, >, 0);
    }
  return g_string_free (told, FALSE);
}

static void
test_cases (void)
{
  static const struct
  {
    const char *text;
    const char *told;
  } cases[] = {
    /* 2. people */
    { "3 fathers came", "3!" },
    { "Three families, and four lone parents", "3! 4!" },
    { "two more young mums", "2!" },
    { "3 of the 41 fathers", "3! 41!" },
    { "3 out of 41 fathers", "3! 41!" },
    { "Only three of them", "3!" },
    { "3 came, 2 stayed, 4 who asked", "3! 2! 4!" },
    { "two did not", "2!" },
    { "3–4 and 5-6 families", "3! 4! 5! 6!" },
    { "3, 4 or 5 mothers", "3! 4! 5!" },
    { "12 households and 7 adults", "12! 7!" },
    { "thirty-seven children, twenty people", "37! 20!" },
    { "3 members, two other carers", "3! 2!" },
    { "4 disabled babies", "4!" },
    { "1,204 families", "1204!" },
    { "7.3% of fathers; 7 per cent of the families", "7.3%! 7%!" },
    /* 2. things, staff, times */
    { "3 rooms, four chairs, 3 sessions a week", "" },
    { "3 of the 5 sessions", "" },
    { "two new outreach posts, 3 staff roles, three members of staff", "" },
    { "4 health visitors and two midwives", "" },
    { "four members of the committee", "" },
    { "three weeks, 2 hours, four times, 3 years’ time, 9 pm", "" },
    { "3 weekly visits", "" },
    { "12 pages, 3 letters, two Saturdays", "" },
    { "3% of the budget, 4 per cent of staff", "" },
    /* the first word that is known decides */
    { "3 sessions for families", "" },
    { "3 families in two rooms", "3!" },
    /* 3. undecided */
    { "Fathers: 3", "3?" },
    { "It was 3 for a time", "3?" },
    { "4 blankets", "4?" },
    { "They were 7.3% of all.", "7.3%?" },
    { "13 of 30", "13? 30?" },
    { "3 in the spring", "3?" },
    /* 3. plainly none */
    { "£3, €4", "" },
    { "aged 3, age four, under five, over 2", "" },
    { "over 2 families, under five fathers", "2! 5!" },
    { "on 3 May, from 3 to 7 May, 3 and 4 June, 3–5 July", "" },
    { "in 2007, since 2026", "" },
    { "page 3, Year 3, NI 3, level three, room 3, week 2", "" },
    { "3. First.\n4) Then", "" },
    { "two thirds, one quarter, three tenths", "" },
    /* 1. no words of their own */
    { "three-year-olds, one-to-one, 1/3, 3:30, 3rd, LLD-S3, 3a, 2026-05-14", "" },
    { "threefold, drei, \xc3\xa9three", "" },
    /* 4. one */
    { "one family, one of them, only one came", "1! 1! 1!" },
    { "one kind of proof, no one, one by one, the one we miss, step one", "" },
    { "1 of each", "1?" },
    /* 5. ratios */
    { "one in nine", "1:9?" },
    { "Fathers came: 3/40", "3:40?" },
    { "(3/40)", "3:40?" },
    { "3/40 sessions", "" },
    { "3/4 of us", "" },
    { "on 3/12/2026", "" },
    { "one family in nine", "1:9!" },
    { "Two families in every ten", "2:10!" },
    { "3 fathers in 4 weeks", "3!" },
    { "3 fathers in 2026", "3!" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *told = tell (cases[i].text);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (told, ==, cases[i].told);
    }
}

/* Figures and words go by the same rules. */
static void
test_figures_and_words (void)
{
  static const char *const words[] = { "two", "three", "four", "nine", "twelve", "twenty-six" };
  static const char *const figures[] = { "2", "3", "4", "9", "12", "26" };
  static const char *const frames[] = { "%s fathers came",  "%s rooms", "page %s",
                                        "about %s of them", "aged %s",  "%s in the park" };

  for (guint i = 0; i < G_N_ELEMENTS (frames); i++)
    for (guint k = 0; k < G_N_ELEMENTS (words); k++)
      {
        g_autofree char *word = g_strdup_printf (frames[i], words[k]);
        g_autofree char *figure = g_strdup_printf (frames[i], figures[k]);
        g_autofree char *one = tell (word), *other = tell (figure);

        g_assert_cmpstr (one, ==, other);
      }
}

/* Whatever is written: nothing is read past its end. */
static void
test_any_text (void)
{
  static const char *const pieces[]
      = { "3",       "three", " ", ",", "–",   "%",   "in",   "fathers",
          "£",       "\n",    ".", "-", "of",  "May", "per",  "cent",
          "members", "2026",  "é", "…", "1,2", "/",   "every" };
  g_autoptr (GRand) random = g_rand_new_with_seed (4);

  for (guint i = 0; i < 3000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *told = NULL;

      for (int k = g_rand_int_range (random, 0, 12); k > 0; k--)
        {
          g_string_append (text, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
          if (g_rand_boolean (random))
            g_string_append_c (text, ' ');
        }
      told = tell (text->str);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/number-text/cases", test_cases);
  g_test_add_func ("/number-text/figures-and-words", test_figures_and_words);
  g_test_add_func ("/number-text/any-text", test_any_text);
  return g_test_run ();
}
