/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/sf-text.h"

#include "base/sf-error.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* How many bytes at @text are one character that is never kept: a control character but tab and the
 * ends of lines, or a mark that turns the direction of writing. Goes by bytes, so that what is no
 * UTF-8 does no harm. */
static gsize
skip_hidden (const char *text)
{
  const guchar *p = (const guchar *)text;

  if ((*p < 0x20 && *p != '\0' && strchr ("\t\n\r", *p) == NULL) || *p == 0x7f)
    return 1;
  if (*p == 0xc2 && p[1] >= 0x80 && p[1] <= 0x9f) /* U+0080 to U+009F */
    return 2;
  if (*p == 0xe2 && p[1] == 0x80 && p[2] >= 0xaa && p[2] <= 0xae) /* U+202A to U+202E */
    return 3;
  if (*p == 0xe2 && p[1] == 0x81 && p[2] >= 0xa6 && p[2] <= 0xa9) /* U+2066 to U+2069 */
    return 3;
  return 0;
}

/**
 * sf_text_is_blank:
 * @text: (nullable): UTF-8
 *
 * Returns: whether there is nothing in it but white space and what sf_text_clean() takes away
 */
gboolean
sf_text_is_blank (const char *text)
{
  for (const char *p = text; p != NULL && *p != '\0';)
    {
      gsize hidden = skip_hidden (p);

      if (hidden == 0 && !g_unichar_isspace (g_utf8_get_char (p)))
        return FALSE;
      p = hidden > 0 ? p + hidden : g_utf8_next_char (p);
    }
  return TRUE;
}

/**
 * sf_text_says_something:
 * @text: (nullable): UTF-8
 *
 * Returns: whether there is a letter or a digit in it, of whatever script: "." is no reason
 */
gboolean
sf_text_says_something (const char *text)
{
  for (const char *p = text; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

gboolean
sf_text_check_says (const char *text, GError **error)
{
  if (sf_text_says_something (text))
    return TRUE;
  g_set_error_literal (error, SF_ERROR, SF_ERROR_INVALID,
                       _ ("A reason has words: please write why, so that others understand it."));
  return FALSE;
}

gboolean
sf_text_check_line (const char *text, GError **error)
{
  glong length = g_utf8_strlen (text, -1);

  if (length <= SF_TEXT_MAX_LINE)
    return TRUE;
  g_set_error (error, SF_ERROR, SF_ERROR_INVALID,
               _ ("This is too long for one line: it has %ld characters, and %d is the most."),
               length, SF_TEXT_MAX_LINE);
  return FALSE;
}

/**
 * sf_text_is_treacherous:
 * @c: a character
 *
 * Returns: whether it changes the direction of writing or cannot be seen, so that a name with it is
 *   not what it seems
 */
gboolean
sf_text_is_treacherous (gunichar c)
{
  switch (g_unichar_type (c))
    {
    case G_UNICODE_CONTROL:
    case G_UNICODE_FORMAT:
    case G_UNICODE_SURROGATE:
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR:
    case G_UNICODE_UNASSIGNED:
    case G_UNICODE_PRIVATE_USE:
      return TRUE;
    default:
      return FALSE;
    }
}

/**
 * sf_text_clean:
 * @text: (nullable): UTF-8
 *
 * What somebody typed, pasted or had imported, as it is kept: without white space at its ends,
 * control characters and marks that turn the direction of writing (U+202A to U+202E, U+2066 to
 * U+2069), with which a title is not what it seems. Tabs and ends of lines stay.
 *
 * Returns: (transfer full) (nullable): the text; %NULL if blank
 */
char *
sf_text_clean (const char *text)
{
  g_autofree char *kept = NULL;
  char *to;

  if (sf_text_is_blank (text))
    return NULL;
  kept = to = g_strdup (text);
  for (const char *from = text; *from != '\0';)
    {
      gsize hidden = skip_hidden (from);

      if (hidden == 0)
        *to++ = *from++;
      else
        from += hidden;
    }
  *to = '\0';
  return g_strstrip (g_steal_pointer (&kept));
}

char *
sf_text_to_line (const char *text)
{
  GString *line = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      GUnicodeType type = g_unichar_type (c);
      gboolean breaks = type == G_UNICODE_CONTROL || type == G_UNICODE_LINE_SEPARATOR
                        || type == G_UNICODE_PARAGRAPH_SEPARATOR;

      g_string_append_unichar (line, breaks ? ' ' : c);
    }
  return g_string_free (line, FALSE);
}

/* So many letters of a word are shown. */
#define MOST_LETTERS 200

char *
sf_text_to_shown (const char *text)
{
  GString *shown;
  guint letters = 0;

  if (text == NULL || strlen (text) <= MOST_LETTERS)
    return g_strdup (text);
  shown = g_string_new (NULL);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      letters = g_unichar_isspace (g_utf8_get_char (p)) ? 0 : letters + 1;
      if (letters <= MOST_LETTERS)
        g_string_append_len (shown, p, g_utf8_next_char (p) - p);
      else if (letters == MOST_LETTERS + 1)
        g_string_append (shown, "…");
    }
  return g_string_free (shown, FALSE);
}

/**
 * sf_text_first_line:
 * @text: (nullable): UTF-8
 * @max_chars: the most characters wanted, at least 2
 *
 * Returns: (transfer full): the first line that is not blank, cut at a word with "…" if long
 */
char *
sf_text_first_line (const char *text, guint max_chars)
{
  g_autofree char *clean = sf_text_clean (text);
  char *end, *cut;

  if (clean == NULL)
    return g_strdup ("");
  end = strchr (clean, '\n');
  if (end != NULL)
    *end = '\0';
  if (g_utf8_strlen (clean, -1) <= (glong)max_chars)
    return g_steal_pointer (&clean);
  *g_utf8_offset_to_pointer (clean, (glong)max_chars - 1) = '\0';
  cut = strrchr (clean, ' ');
  if (cut != NULL && cut > clean)
    *cut = '\0';
  return g_strconcat (clean, "…", NULL);
}

char *
sf_text_to_words (const char *text, gboolean fold)
{
  const char *given = text != NULL ? text : "";
  g_autofree char *folded = fold ? g_utf8_casefold (given, -1) : g_strdup (given);
  GString *words = g_string_new (" ");

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)) || g_unichar_ismark (g_utf8_get_char (p)))
      g_string_append_unichar (words, g_utf8_get_char (p));
    else if (words->str[words->len - 1] != ' ')
      g_string_append_c (words, ' ');
  if (words->str[words->len - 1] != ' ')
    g_string_append_c (words, ' ');
  return g_string_free (words, FALSE);
}

/**
 * sf_text_join_and:
 * @items: %NULL-terminated
 *
 * Returns: (transfer full): "a", "a and b", "a, b and c"
 */
char *
sf_text_join_and (const char *const *items)
{
  guint n = g_strv_length ((char **)items);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append (text, i + 1 == n ? _ (" and ") : ", ");
      g_string_append (text, items[i]);
    }
  return g_string_free (text, FALSE);
}

/**
 * sf_text_format_number:
 * @number: a number that a person entered
 *
 * Returns: (transfer full): the number without needless decimals: "61", "61.5", "0.25"
 */
char *
sf_text_format_number (double number)
{
  char buffer[400]; /* as long as any double is without an exponent */
  char *end;

  if (fabs (number) < 1e15 && floor (number) == number)
    return g_strdup_printf ("%" G_GINT64_FORMAT, (gint64)number);
  g_ascii_formatd (buffer, sizeof buffer, "%.6f", number);
  end = buffer + strlen (buffer);
  while (end > buffer && end[-1] == '0')
    *--end = '\0';
  if (end > buffer && end[-1] == '.')
    *--end = '\0';
  return g_strdup (buffer);
}

/**
 * sf_text_parse_number:
 * @text: what somebody typed: figures with a decimal point; a per cent sign, a pound sign, spaces
 * and commas between thousands are let be. A comma in another place ("12,5") makes it no number,
 * for what it means is not known; nor is what machines write one ("1e9", "0x10")
 * @number: (out): the number
 *
 * Returns: whether it is one, smaller than %SF_TEXT_NUMBER_MOST
 */
gboolean
sf_text_parse_number (const char *text, double *number)
{
  g_autoptr (GString) clean = g_string_new (NULL);
  g_autoptr (GString) figures = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      if (!g_unichar_isspace (c))
        g_string_append_unichar (clean, c == 0x2212 ? '-' : c);
    }
  if (!g_regex_match_simple ("^-?£?(([0-9]{1,3}(,[0-9]{3})+|[0-9]+)(\\.[0-9]*)?|\\.[0-9]+)%?$",
                             clean->str, 0, 0))
    return FALSE;
  for (const char *p = clean->str; *p != '\0'; p++)
    if (g_ascii_isdigit (*p) || *p == '.' || *p == '-')
      g_string_append_c (figures, *p);
  *number = g_ascii_strtod (figures->str, NULL);
  return fabs (*number) < SF_TEXT_NUMBER_MOST;
}

/**
 * sf_text_count_words:
 * @text: (nullable): UTF-8
 *
 * Returns: how many runs without white space it has
 */
guint
sf_text_count_words (const char *text)
{
  gboolean inside = FALSE;
  guint words = 0;

  for (const char *p = text; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gboolean space = g_unichar_isspace (g_utf8_get_char (p));
      if (!space && !inside)
        words++;
      inside = !space;
    }
  return words;
}

/* An acronym ("SEND", "NHS adviser") keeps its capitals. */
static char *
change_first (const char *text, gunichar (*change) (gunichar))
{
  const char *rest = *text != '\0' ? g_utf8_next_char (text) : text;
  char first[7] = "";

  if (*text == '\0' || g_unichar_isupper (g_utf8_get_char (rest)))
    return g_strdup (text);
  first[g_unichar_to_utf8 (change (g_utf8_get_char (text)), first)] = '\0';
  return g_strconcat (first, rest, NULL);
}

char *
sf_text_lower_first (const char *text)
{
  return change_first (text, g_unichar_tolower);
}

char *
sf_text_upper_first (const char *text)
{
  return change_first (text, g_unichar_toupper);
}

/* Marks that turn the direction of what follows, so that one name can look like another. */
static gboolean
turns_direction (gunichar c)
{
  return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

gboolean
sf_text_check_name (const char *name, GError **error)
{
  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      GUnicodeType type = g_unichar_type (c);

      if (type == G_UNICODE_CONTROL || type == G_UNICODE_LINE_SEPARATOR
          || type == G_UNICODE_PARAGRAPH_SEPARATOR || turns_direction (c))
        {
          g_set_error_literal (error, SF_ERROR, SF_ERROR_INVALID,
                               _ ("A name is one line of letters: it cannot hold line breaks, "
                                  "control characters or marks that turn the direction of "
                                  "writing."));
          return FALSE;
        }
    }
  if (g_utf8_strlen (name, -1) <= SF_TEXT_MAX_NAME)
    return TRUE;
  g_set_error (error, SF_ERROR, SF_ERROR_INVALID,
               _ ("The name is too long. It can have up to %d characters."), SF_TEXT_MAX_NAME);
  return FALSE;
}
