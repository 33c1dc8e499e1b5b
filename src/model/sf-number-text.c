/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Numbers in what a person wrote, and what they count. */
#include "model/sf-number-text.h"

#include "model/sf-number-words.h"

#include <string.h>

/* So many words after a number may say what it counts. */
#define MOST_WORDS 6
/* So many stand between the numbers of a ratio: "one family in every nine". */
#define MOST_IN_RATIO 3
/* "3/4", "7/10": parts of something. */
#define LARGEST_PART 10.0

typedef enum
{
  DECIDES_NOTHING,
  DECIDES_PEOPLE,
  DECIDES_THINGS,
} Decides;

/* --- words ------------------------------------------------------------------------------------ */

static gboolean
is_word_char (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

/* What holds the parts of one word together: twenty-three, three-year-olds, 2026-05-14, 3.5, 1/2.
 */
static gboolean
is_joint (gunichar c)
{
  return c == '-' || c == '.' || c == ',' || c == '/' || c == ':' || c == '\'' || c == 0x2010
         || c == 0x2011 || c == 0x2019;
}

/* A word from @p on: letters and digits, with single joints inside. */
static const char *
find_word_end (const char *p)
{
  for (;;)
    {
      const char *next;

      while (is_word_char (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      if (*p == '\0' || !is_joint (g_utf8_get_char (p)))
        return p;
      next = g_utf8_next_char (p);
      if (!is_word_char (g_utf8_get_char (next)))
        return p;
      p = next;
    }
}

/* "3", "1,204", "65.3"; not "3rd", "3.5.2026", "3-5". */
static gboolean
parse_digits (const char *word, SfNumber *number)
{
  g_autofree char *plain = g_malloc0 (strlen (word) + 1);
  gsize n = 0;
  gboolean point = FALSE;

  number->decimals = 0;
  for (gsize i = 0; word[i] != '\0'; i++)
    {
      if (word[i] == ',' && !point && strspn (word + i + 1, "0123456789") == 3)
        continue;
      if (word[i] == '.' && !point)
        point = TRUE;
      else if (!g_ascii_isdigit (word[i]))
        return FALSE;
      else if (point)
        number->decimals++;
      plain[n++] = word[i];
    }
  number->value = g_ascii_strtod (plain, NULL);
  return g_ascii_isdigit (plain[0]);
}

static gboolean
parse_number (const char *word, SfNumber *number)
{
  int said;

  if (parse_digits (word, number))
    return TRUE;
  said = sf_number_words_parse (word);
  number->value = said;
  number->decimals = 0;
  return said >= 0;
}

static const char *
skip_blanks (const char *p)
{
  while (g_unichar_isspace (g_utf8_get_char (p)) && *p != '\n')
    p = g_utf8_next_char (p);
  return p;
}

/* (transfer full): the next word of the same clause, and *p moved past it; "" at its end. What
 * joins two numbers, a comma or a dash, is no end. */
static char *
take_word (const char **p)
{
  const char *begin = skip_blanks (*p);
  const char *end = find_word_end (begin);
  SfNumber number;

  if (end == begin && (*begin == ',' || g_str_has_prefix (begin, "–")))
    {
      const char *next = skip_blanks (g_utf8_next_char (begin));
      g_autofree char *word = g_strndup (next, (gsize)(find_word_end (next) - next));

      if (parse_number (word, &number))
        {
          *p = find_word_end (next);
          return g_steal_pointer (&word);
        }
    }
  *p = end;
  return g_strndup (begin, (gsize)(end - begin));
}

/* The word before @p, past blanks, as far as it has letters; "" if something else is there. */
static char *
get_last_word (const char *text, const char *p)
{
  const char *end, *begin;

  while (p > text && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (p))))
    p = g_utf8_prev_char (p);
  for (begin = end = p; begin > text; begin = g_utf8_prev_char (begin))
    if (!is_word_char (g_utf8_get_char (g_utf8_prev_char (begin))))
      break;
  return g_strndup (begin, (gsize)(end - begin));
}

/* --- what follows ----------------------------------------------------------------------------- */

/* Whether "%" or "per cent" follows; *after is then moved past it. */
static gboolean
take_percent (const char **after)
{
  const char *p = skip_blanks (*after);
  g_autofree char *word = NULL;

  if (*p == '%')
    {
      *after = p + 1;
      return TRUE;
    }
  word = take_word (&p);
  if (g_ascii_strcasecmp (word, "per") == 0)
    {
      g_autofree char *next = take_word (&p);

      if (g_ascii_strcasecmp (next, "cent") != 0)
        return FALSE;
    }
  else if (g_ascii_strcasecmp (word, "percent") != 0)
    return FALSE;
  *after = p;
  return TRUE;
}

/* "members" of staff are none of the families. */
static gboolean
is_of_staff (const char *p)
{
  g_autofree char *of = take_word (&p), *word = take_word (&p), *next = take_word (&p);

  return g_ascii_strcasecmp (of, "of") == 0
         && (sf_number_words_have (SF_NUMBER_WORDS_STAFF, word)
             || sf_number_words_have (SF_NUMBER_WORDS_STAFF, next));
}

/* Rule 2: the first word that is known. */
static Decides
look_ahead (const char *after)
{
  for (int i = 0; i < MOST_WORDS; i++)
    {
      g_autofree char *word = take_word (&after);

      if (*word == '\0' || sf_number_words_have (SF_NUMBER_WORDS_STOP, word))
        return DECIDES_NOTHING;
      if (sf_number_words_have (SF_NUMBER_WORDS_THINGS, word))
        return DECIDES_THINGS;
      if (sf_number_words_have (SF_NUMBER_WORDS_PEOPLE, word))
        return is_of_staff (after) ? DECIDES_THINGS : DECIDES_PEOPLE;
    }
  return DECIDES_NOTHING;
}

/* "one in nine", "two families in every ten": the ratio's other number; 0 if it is none. *after is
 * then moved past it. */
static double
take_ratio (const SfNumber *number, const char **after)
{
  const char *p = *after;
  SfNumber other;

  for (int i = 0; i < MOST_IN_RATIO; i++)
    {
      g_autofree char *word = take_word (&p);
      g_autofree char *next = NULL;

      if (*word == '\0')
        return 0.0;
      if (!sf_number_words_have (SF_NUMBER_WORDS_IN, word))
        continue;
      next = take_word (&p);
      if (g_ascii_strcasecmp (next, "every") == 0)
        {
          g_free (next);
          next = take_word (&p);
        }
      if (!parse_number (next, &other) || other.value <= number->value || other.value >= 1900.0
          || look_ahead (p) == DECIDES_THINGS)
        return 0.0;
      *after = p;
      return other.value;
    }
  return 0.0;
}

/* --- what is no count ------------------------------------------------------------------------- */

/* "3 May", and the 3 of "3 to 7 May". */
static gboolean
is_day (const SfNumber *number, const char *after)
{
  g_autofree char *word = NULL, *next = NULL, *month = NULL;
  SfNumber other;

  if (number->value < 1.0 || number->value > 31.0 || number->decimals > 0)
    return FALSE;
  word = take_word (&after);
  if (sf_number_words_is_month (word))
    return TRUE;
  next = take_word (&after);
  /* the dash of "3–7 May" is passed over as what joins two numbers */
  if (parse_digits (word, &other))
    return sf_number_words_is_month (next);
  month = take_word (&after);
  return sf_number_words_have (SF_NUMBER_WORDS_JOINT, word) && parse_digits (next, &other)
         && sf_number_words_is_month (month);
}

/* "3." or "3)" at the beginning of a line numbers it. */
static gboolean
is_list_number (const char *text, const SfNumber *number, const char *after)
{
  gsize start = number->start;

  return (start == 0 || text[start - 1] == '\n') && (*after == '.' || *after == ')')
         && after[1] == ' ';
}

static gboolean
is_money (const char *text, const SfNumber *number)
{
  const char *at = text + number->start;

  return at > text
         && g_unichar_type (g_utf8_get_char (g_utf8_prev_char (at))) == G_UNICODE_CURRENCY_SYMBOL;
}

/* "2007", where nobody says that it is families */
static gboolean
is_year (const SfNumber *number)
{
  return number->length == 4 && number->decimals == 0 && number->value >= 1900.0
         && number->value < 2100.0;
}

static gboolean
is_fraction (const char *after)
{
  g_autofree char *word = take_word (&after);

  return sf_number_words_have (SF_NUMBER_WORDS_FRACTIONS, word);
}

/* Whether it is no matter, whatever follows: its place in the text says so. */
static gboolean
is_no_count (const char *text, const SfNumber *number, const char *after, Decides decides)
{
  g_autofree char *last = get_last_word (text, text + number->start);

  if (is_money (text, number) || is_list_number (text, number, after) || is_day (number, after)
      || sf_number_words_have (SF_NUMBER_WORDS_NAMES, last))
    return TRUE;
  if (decides == DECIDES_PEOPLE)
    return FALSE;
  return (is_year (number) && !number->percent) || is_fraction (after)
         || sf_number_words_have (SF_NUMBER_WORDS_AGES, last);
}

/* --- all of them ------------------------------------------------------------------------------ */

/* Takes the number that ends at @after into the list, if it may count people. Returns where to go
 * on. */
static const char *
look_at_number (const char *text, SfNumber *number, const char *after, GArray *numbers)
{
  gboolean is_word = !g_ascii_isdigit (text[number->start]);
  const char *rest = after, *next = after;
  Decides decides;

  number->percent = take_percent (&rest);
  decides = look_ahead (rest);
  if (!number->percent)
    number->of = take_ratio (number, &next);
  if (number->of <= 0.0
      && (decides == DECIDES_THINGS || is_no_count (text, number, after, decides)))
    return after;
  if (is_word && number->value <= 1.0 && decides != DECIDES_PEOPLE && number->of <= 0.0)
    return after;
  number->sense = decides == DECIDES_PEOPLE ? SF_NUMBER_PEOPLE : SF_NUMBER_OPEN;
  g_array_append_val (numbers, *number);
  return next;
}

/* "3-5" is two numbers, "2026-05-14" is a date. */
static gboolean
look_at_span (const char *text, const char *word, gsize start, const char *after, GArray *numbers)
{
  const char *dash = strchr (word, '-');
  g_autofree char *first = dash != NULL ? g_strndup (word, (gsize)(dash - word)) : NULL;
  SfNumber low = { .start = start }, high = { .start = start };

  if (dash == NULL || !parse_digits (first, &low) || !parse_digits (dash + 1, &high))
    return FALSE;
  low.length = strlen (first);
  high.start += low.length + 1;
  high.length = strlen (dash + 1);
  /* what follows is said of both */
  look_at_number (text, &low, after, numbers);
  look_at_number (text, &high, after, numbers);
  return TRUE;
}

/* "3/40" is a ratio, where it does not count things; "3/4" is a fraction, "14/5/2026" a date. */
static gboolean
look_at_slash (const char *word, gsize start, const char *after, GArray *numbers)
{
  const char *slash = strchr (word, '/');
  g_autofree char *first = slash != NULL ? g_strndup (word, (gsize)(slash - word)) : NULL;
  SfNumber number = { .start = start, .length = strlen (word) }, other = { 0 };
  Decides decides;

  if (slash == NULL || !parse_digits (first, &number) || !parse_digits (slash + 1, &other)
      || other.value <= MAX (number.value, LARGEST_PART) || other.value >= 1900.0)
    return FALSE;
  decides = look_ahead (after);
  if (decides == DECIDES_THINGS)
    return TRUE;
  number.of = other.value;
  number.sense = decides == DECIDES_PEOPLE ? SF_NUMBER_PEOPLE : SF_NUMBER_OPEN;
  g_array_append_val (numbers, number);
  return TRUE;
}

GArray *
sf_number_find_in_text (const char *text)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (SfNumber));
  const char *p = text;

  g_return_val_if_fail (text != NULL && g_utf8_validate (text, -1, NULL), numbers);

  while (*p != '\0')
    {
      const char *end = find_word_end (p);
      g_autofree char *word = g_strndup (p, (gsize)(end - p));
      SfNumber number = { .start = (gsize)(p - text), .length = (gsize)(end - p) };

      if (end == p)
        {
          p = g_utf8_next_char (p);
          continue;
        }
      if (look_at_span (text, word, number.start, end, numbers)
          || look_at_slash (word, number.start, end, numbers))
        p = end;
      else
        p = parse_number (word, &number) ? look_at_number (text, &number, end, numbers) : end;
    }
  return numbers;
}
