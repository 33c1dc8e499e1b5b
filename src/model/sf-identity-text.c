/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Names of people in a text, and all that may identify somebody. */
#include "model/sf-identity-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/sf-identity-words.h"

/* So many words a name has at most. */
#define LONGEST 3

struct _SfIdentityNames
{
  GHashTable *wholes; /* "margaret osei" */
  GHashTable *parts;  /* "osei" */
  GHashTable *bodies; /* words of the names of bodies */
};

/* A word of a text. */
typedef struct
{
  gsize start;
  gsize length;
  gsize end;          /* without "’s" */
  char *letters;      /* the same, without what is not seen */
  gboolean capital;   /* begins with one */
  gboolean begins;    /* a sentence */
  gboolean follows;   /* the word before, after no more than a space */
  gboolean after_dot; /* of an initial: "J. Patel" */
} Word;

static const char *const titles[]
    = { "mr",   "mrs",        "ms",    "miss",   "mx",    "dr",    "prof", "rev",
        "cllr", "councillor", "nurse", "auntie", "aunty", "uncle", NULL };

const char *
sf_identity_kind_get_word (SfIdentityKind kind)
{
  static const char *const words[SF_N_IDENTITY_KINDS]
      = { "name", "relationship", "birth", "telephone", "email", "address", "number" };

  g_return_val_if_fail (kind < SF_N_IDENTITY_KINDS, NULL);
  return words[kind];
}

const char *
sf_identity_kind_get_label (SfIdentityKind kind)
{
  static const char *const labels[SF_N_IDENTITY_KINDS] = {
    N_ ("A person’s name"),
    N_ ("A relationship"),
    N_ ("A date of birth or an age"),
    N_ ("A telephone number"),
    N_ ("An e-mail address"),
    N_ ("An address"),
    N_ ("A number of somebody’s records"),
  };

  g_return_val_if_fail (kind < SF_N_IDENTITY_KINDS, NULL);
  return _ (labels[kind]);
}

/* --- words ------------------------------------------------------------------------------------ */

static void
word_clear (gpointer data)
{
  g_free (((Word *)data)->letters);
}

/* A zero-width space or joiner hides nothing from a reader. */
static gboolean
is_unseen (gunichar c)
{
  return c == 0x00ad || (c >= 0x200b && c <= 0x200d) || c == 0x2060 || c == 0xfeff;
}

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019;
}

/* Inside a word: a letter, or a mark with a letter after it. */
static gboolean
goes_on (const char *p)
{
  gunichar c = g_utf8_get_char (p);

  if (g_unichar_isalpha (c) || g_unichar_ismark (c) || is_unseen (c))
    return TRUE;
  return (is_apostrophe (c) || c == '-' || c == 0x2010 || c == 0x2011)
         && g_unichar_isalpha (g_utf8_get_char (g_utf8_next_char (p)));
}

/* Its length without "’s". */
static gsize
strip_owner (const char *word, gsize length)
{
  static const char *const ends[] = { "’s", "'s" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      gsize end = strlen (ends[i]);

      if (length > end && strncmp (word + length - end, ends[i], end) == 0)
        return length - end;
    }
  return length;
}

static char *
take_letters (const char *word, gsize length)
{
  GString *letters = g_string_sized_new (length);

  for (const char *p = word; p < word + length; p = g_utf8_next_char (p))
    if (!is_unseen (g_utf8_get_char (p)))
      g_string_append_unichar (letters, g_utf8_get_char (p));
  return g_string_free (letters, FALSE);
}

/* What stands between two words says whether a sentence ends there. */
static void
look_between (const char *text, gsize from, Word *word)
{
  const char *p = text + from, *end = text + word->start;
  gboolean stop = FALSE, open = FALSE;

  word->follows = from > 0 && end - p == 1 && *p == ' ';
  word->after_dot = from > 0 && (strncmp (p, ". ", 2) == 0 || *p == '.') && end - p <= 2;
  for (; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      stop |= c == '.' || c == '!' || c == '?' || c == ':' || c == '\n' || c == 0x2022;
      open |= c == 0x201c || c == 0x2018 || c == '"' || c == '(' || c == 0x2013 || c == 0x2014;
    }
  word->begins = from == 0 || stop || open;
}

static GArray *
split_words (const char *text)
{
  GArray *words = g_array_new (FALSE, TRUE, sizeof (Word));
  gsize before = 0;

  g_array_set_clear_func (words, word_clear);
  for (const char *p = text; *p != '\0';)
    {
      const char *start = p;
      Word word = { 0 };

      if (!g_unichar_isalpha (g_utf8_get_char (p)))
        {
          p = g_utf8_next_char (p);
          continue;
        }
      while (*p != '\0' && goes_on (p))
        p = g_utf8_next_char (p);
      word.start = (gsize)(start - text);
      word.length = (gsize)(p - start);
      word.end = word.start + strip_owner (start, word.length);
      word.letters = take_letters (start, word.end - word.start);
      word.capital = g_unichar_isupper (g_utf8_get_char (start));
      look_between (text, before, &word);
      g_array_append_val (words, word);
      before = (gsize)(p - text);
    }
  return words;
}

static const Word *
get_word (GArray *words, guint i)
{
  return i < words->len ? &g_array_index (words, Word, i) : NULL;
}

/* --- what the centre file knows --------------------------------------------------------------- */

SfIdentityNames *
sf_identity_names_new (void)
{
  SfIdentityNames *self = g_new0 (SfIdentityNames, 1);

  self->wholes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->bodies = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
sf_identity_names_free (SfIdentityNames *self)
{
  g_hash_table_unref (self->wholes);
  g_hash_table_unref (self->parts);
  g_hash_table_unref (self->bodies);
  g_free (self);
}

static gboolean
is_title (const char *letters)
{
  g_autofree char *lower = g_utf8_strdown (letters, -1);

  return g_strv_contains (titles, lower);
}

static gboolean
is_body (const SfIdentityNames *self, const char *letters)
{
  g_autofree char *lower = NULL;

  if (sf_identity_words_is_body (letters))
    return TRUE;
  if (self == NULL)
    return FALSE;
  lower = g_utf8_strdown (letters, -1);
  return g_hash_table_contains (self->bodies, lower);
}

/* A word that tells by itself whose it is; "Park" and "Grace" do not. */
static void
add_part (SfIdentityNames *self, const char *letters)
{
  if (g_utf8_strlen (letters, -1) >= 3 && !sf_identity_words_is_both (letters)
      && !sf_identity_words_is_body (letters))
    g_hash_table_add (self->parts, g_utf8_strdown (letters, -1));
}

void
sf_identity_names_add_person (SfIdentityNames *self, const char *name)
{
  g_autoptr (GArray) words = NULL;
  g_autoptr (GString) whole = g_string_new (NULL);
  guint n = 0;

  if (name == NULL)
    return;
  words = split_words (name);
  for (guint i = 0; i < words->len; i++)
    {
      const Word *word = get_word (words, i);

      if (!word->capital || (i > 0 && !word->follows && !word->after_dot))
        return;
      if (is_title (word->letters))
        continue;
      if (n > 0 && sf_identity_words_is_body (word->letters)
          && !sf_identity_words_is_first_name (get_word (words, 0)->letters)
          && !sf_identity_words_is_both (get_word (words, 0)->letters))
        return; /* a forum, a team */
      g_string_append_printf (whole, "%s%s", n > 0 ? " " : "", word->letters);
      n++;
    }
  if (n == 0 || n > LONGEST + 1 || (n == 1 && sf_identity_words_is_body (whole->str)))
    return;
  for (guint i = 0; i < words->len; i++)
    if (!is_title (get_word (words, i)->letters))
      add_part (self, get_word (words, i)->letters);
  if (n > 1)
    g_hash_table_add (self->wholes, g_utf8_strdown (whole->str, -1));
}

void
sf_identity_names_add_body (SfIdentityNames *self, const char *name)
{
  g_autoptr (GArray) words = NULL;

  if (name == NULL)
    return;
  words = split_words (name);
  for (guint i = 0; i < words->len; i++)
    {
      const char *letters = get_word (words, i)->letters;

      /* somebody may stand in the description of a district */
      if (g_utf8_strlen (letters, -1) >= 3 && !sf_identity_words_is_first_name (letters)
          && !is_title (letters))
        g_hash_table_add (self->bodies, g_utf8_strdown (letters, -1));
    }
}

/* --- names ------------------------------------------------------------------------------------ */

/* How many words with capitals follow one another from there, each after a space. */
static guint
count_run (GArray *words, guint from)
{
  guint n = 0;

  while (from + n < words->len && get_word (words, from + n)->capital
         && (n == 0 || get_word (words, from + n)->follows
             || (get_word (words, from + n)->after_dot
                 && get_word (words, from + n - 1)->length == 1)))
    n++;
  return n;
}

static void
add_name (GArray *hits, GArray *words, guint from, guint n)
{
  const Word *first = get_word (words, from), *last = get_word (words, from + n - 1);

  sf_identity_add_hit (hits, SF_IDENTITY_NAME, first->start, last->end - first->start);
}

/* "margaret osei", where two or more words from there are the name of somebody known; how many */
static guint
match_whole (const SfIdentityNames *self, GArray *words, guint from, guint run)
{
  g_autoptr (GString) whole = g_string_new (NULL);
  guint found = 0;

  for (guint n = 1; n <= MIN (run, LONGEST + 1); n++)
    {
      g_autofree char *lower = g_utf8_strdown (get_word (words, from + n - 1)->letters, -1);

      g_string_append_printf (whole, "%s%s", n > 1 ? " " : "", lower);
      if (n > 1 && g_hash_table_contains (self->wholes, whole->str))
        found = n;
    }
  return found;
}

static gboolean
is_known_part (const SfIdentityNames *self, const Word *word)
{
  g_autofree char *lower = g_utf8_strdown (word->letters, -1);

  return self != NULL && g_hash_table_contains (self->parts, lower);
}

/* The words after the first that go on as a name does. */
static guint
extend (const SfIdentityNames *self, GArray *words, guint from, guint run)
{
  guint n = 1;

  while (n < MIN (run, LONGEST) && !is_body (self, get_word (words, from + n)->letters))
    n++;
  return n;
}

/* Whether so many words with capitals, none of a body, look like one. */
static gboolean
is_like_name (const SfIdentityNames *self, GArray *words, guint from, guint run)
{
  if (run < 2 || run > LONGEST)
    return FALSE;
  for (guint i = from; i < from + run; i++)
    {
      const char *letters = get_word (words, i)->letters;
      g_autofree char *upper = g_utf8_strup (letters, -1);

      if (is_body (self, letters) || strcmp (upper, letters) == 0)
        return FALSE;
    }
  return TRUE;
}

/* The name of somebody that begins with the word there, and is sure to be one. */
static guint
find_sure (const SfIdentityNames *self, GArray *words, guint at, guint run)
{
  const Word *word = get_word (words, at);
  guint whole = self != NULL ? match_whole (self, words, at, run) : 0;
  guint more = extend (self, words, at, run);

  if (whole > 0)
    return whole;
  if (is_title (word->letters) && run == 1 && at + 1 < words->len
      && get_word (words, at + 1)->after_dot && get_word (words, at + 1)->capital)
    return 1 + extend (self, words, at + 1, count_run (words, at + 1));
  if (is_title (word->letters))
    return run > 1 ? MIN (run, 1 + LONGEST) : 0;
  if (is_known_part (self, word))
    return more;
  if (sf_identity_words_is_both (word->letters))
    return more > 1 ? more : 0;
  if (sf_identity_words_is_first_name (word->letters))
    return more;
  /* an initial */
  if (strlen (word->letters) == 1 && run > 1 && more > 1
      && (get_word (words, at + 1)->after_dot || strchr ("AI", *word->letters) == NULL))
    return more;
  return 0;
}

/* Somebody known, typed without a capital. */
static guint
find_small (const SfIdentityNames *self, GArray *words, guint at, GArray *hits)
{
  guint whole = 0;

  if (self == NULL)
    return 1;
  whole = match_whole (self, words, at, MIN (words->len - at, LONGEST + 1));
  if (whole > 0)
    add_name (hits, words, at, whole);
  else if (is_known_part (self, get_word (words, at)))
    add_name (hits, words, at, 1);
  return MAX (whole, 1);
}

static guint
find_name (const SfIdentityNames *self, GArray *words, guint at, GArray *hits)
{
  guint run = count_run (words, at), sure, skip;

  if (run == 0)
    return find_small (self, words, at, hits);
  for (guint i = 0; i < run; i++)
    {
      sure = find_sure (self, words, at + i, run - i);
      if (sure > 0)
        {
          add_name (hits, words, at + i, sure);
          return i + sure;
        }
    }
  /* the first word of a sentence has a capital whatever it is */
  skip = get_word (words, at)->begins && is_body (self, get_word (words, at)->letters) ? 1 : 0;
  if (is_like_name (self, words, at + skip, run - skip))
    add_name (hits, words, at + skip, run - skip);
  return run;
}

/* --- all ---------------------------------------------------------------------------------------
 */

static int
compare_hits (gconstpointer a, gconstpointer b)
{
  const SfIdentityHit *one = a, *other = b;

  if (one->start != other->start)
    return one->start < other->start ? -1 : 1;
  return one->length > other->length ? -1 : one->length < other->length ? 1 : 0;
}

/* Of two that overlap the longer stays. */
static GArray *
keep_longest (GArray *hits)
{
  GArray *kept = g_array_new (FALSE, FALSE, sizeof (SfIdentityHit));

  g_array_sort (hits, compare_hits);
  for (guint i = 0; i < hits->len; i++)
    {
      SfIdentityHit *hit = &g_array_index (hits, SfIdentityHit, i);
      SfIdentityHit *last
          = kept->len > 0 ? &g_array_index (kept, SfIdentityHit, kept->len - 1) : NULL;

      if (last == NULL || hit->start >= last->start + last->length)
        g_array_append_val (kept, *hit);
      else if (hit->length > last->length)
        *last = *hit;
    }
  return kept;
}

GArray *
sf_identity_find_in_text (const SfIdentityNames *names, const char *text)
{
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (SfIdentityHit));
  g_autoptr (GArray) words = NULL;

  g_return_val_if_fail (text != NULL, g_steal_pointer (&hits));

  words = split_words (text);
  for (guint i = 0; i < words->len;)
    i += find_name (names, words, i, hits);
  sf_identity_find_forms (text, hits);
  return keep_longest (hits);
}
