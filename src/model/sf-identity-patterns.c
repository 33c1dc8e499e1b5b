/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* What identifies somebody and has a form: relationships, births, numbers, addresses. */
#include "model/sf-identity-private.h"

#include <string.h>

#include "model/sf-identity-words.h"

/* Every repetition has a bound, so that a pattern takes no more than so many steps at each letter.
 */

#define BEGIN "(?<![\\w@])"
#define END "(?![\\w@])"
#define NUMBER_WORD "(?:\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
/* "Mrs Khan’s", "Amy's" */
#define OWNER "[\\w-]{1,30}['’]s"
#define SINGULAR "(?:her|his|their|my|our|one|another|whose|" OWNER ")"
#define KIN                                                                                        \
  "(?:mother|mum|mam|mummy|father|dad|daddy|son|daughter|sister|brother|grandmother|grandma|gran|" \
  "nan|nana|grandfather|grandad|granddad|grandparent|aunt|auntie|aunty|uncle|niece|nephew|"        \
  "husband|wife|boyfriend|girlfriend|fianc\u00e9e?|widow|widower|ex-partner|ex-husband|ex-wife|"   \
  "stepmother|stepfather|stepmum|stepdad|stepson|stepdaughter|step-?parent|twin|half-brother|"     \
  "twins|triplets|"                                                                                \
  "half-sister|foster[ -](?:carer|mother|mum|father|dad|child|parent)|adoptive parent|"            \
  "only child|newborn)"
#define PERSON                                                                                     \
  "(?:parent|carer|family|child|baby|toddler|boy|girl|woman|man|couple|pupil|refugee|teenager)"
#define STREET                                                                                     \
  "(?:Street|St|Road|Rd|Lane|Ln|Avenue|Ave|Close|Drive|Way|Court|Crescent|Terrace|Place|Gardens|"  \
  "Grove|Rise|Row|Mews|Square|Hill|Walk|Estate|Buildings|House|Cottage|Cottages|Heights|Towers?)"
#define CAPITALS "(?:[A-Z][\\w'’-]{0,30} ){1,4}"
#define DAY                                                                                        \
  "(?:\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}(?:st|nd|rd|th)? \\w{3,9}"   \
  "(?: \\d{4})?)"

typedef gboolean (*Check) (const char *words, gsize length);

/* "the Kowalski twins": the second word is nobody's where it is of a body or a people. */
static gboolean
is_household (const char *words, gsize length)
{
  g_autofree char *copy = g_strndup (words, length);
  g_auto (GStrv) parts = g_strsplit (copy, " ", 3);

  return parts[1] != NULL && !sf_identity_words_is_body (parts[1]);
}

static guint
count_digits (const char *words, gsize length)
{
  guint n = 0;

  for (gsize i = 0; i < length; i++)
    n += g_ascii_isdigit (words[i]) ? 1 : 0;
  return n;
}

static gboolean
is_telephone (const char *words, gsize length)
{
  guint n = count_digits (words, length);

  return n >= 10 && n <= 14;
}

/* The last of its ten digits is what eleven leaves of the others, weighted by ten to two. */
static gboolean
is_nhs_number (const char *words, gsize length)
{
  guint digits[10], n = 0, sum = 0;

  for (gsize i = 0; i < length && n < 10; i++)
    if (g_ascii_isdigit (words[i]))
      digits[n++] = (guint)(words[i] - '0');
  if (n < 10)
    return FALSE;
  for (guint i = 0; i < 9; i++)
    sum += digits[i] * (10 - i);
  return (11 - sum % 11) % 11 == digits[9];
}

static const struct
{
  SfIdentityKind kind;
  gboolean caseless;
  const char *pattern;
  Check check;
} forms[] = {
  { SF_IDENTITY_EMAIL, TRUE, "(?<![\\w.+'-])[\\w.+'-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,5}",
    NULL },
  { SF_IDENTITY_TELEPHONE, FALSE, "(?<![\\w.,/£$])(?:\\(?\\+44|0)[\\d ()./–-]{8,20}\\d(?![\\w%])",
    is_telephone },
  { SF_IDENTITY_ADDRESS, FALSE, BEGIN "[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}" END, NULL },
  { SF_IDENTITY_ADDRESS, FALSE, BEGIN "\\d{1,4}[a-zA-Z]?,? " CAPITALS STREET END, NULL },
  { SF_IDENTITY_ADDRESS, FALSE, BEGIN "(?:[Ff]lat|[Aa]partment) \\d{1,4}[A-Za-z]?" END, NULL },
  { SF_IDENTITY_ADDRESS, FALSE,
    BEGIN "(?:lives?|lived|living|home|house|flat|moved|stays|staying) (?:on|in|at|to|into|from) "
          "(?:the )?" CAPITALS STREET END,
    NULL },
  { SF_IDENTITY_BIRTH, TRUE,
    BEGIN
    "(?:born|d\\.?o\\.?b\\.?|date of birth|birthday)[:,]? (?:is |was )?(?:on |in )?(?:the )?" DAY
        END,
    NULL },
  { SF_IDENTITY_BIRTH, TRUE,
    BEGIN "(?:her|his|their|a|the|one|this|who is|who was|is|was)(?: [a-z-]{2,15}){0,2},? "
          "aged? " NUMBER_WORD "(?: and a half)?(?: (?:years?|months?|weeks?|days?)(?: old)?)?" END,
    NULL },
  { SF_IDENTITY_BIRTH, TRUE,
    BEGIN "(?:her|his|their|a|an|the|one|this|whose) (?:[a-z-]{2,15} )?" NUMBER_WORD
          "[ -](?:year|month|week|day)s?[ -]old" END,
    NULL },
  { SF_IDENTITY_RELATION, TRUE,
    BEGIN SINGULAR
    " (?:(?!and|or|of|in)[a-z-]{2,15} ){0,2}" KIN END
    "(?! (?:and|&|or) (?:baby|babies|toddlers?|child|daughter|son|me|dad|mum)s?['’]?s? "
    "(?:group|session|club|drop|class|course|morning|yoga|swim))"
    "(?!['’]s? (?:group|session|club|day|drop-in|network|forum))"
    "(?! (?:group|session|club|network|forum|champion|tongue)s?" END ")",
    NULL },
  { SF_IDENTITY_RELATION, TRUE,
    BEGIN
    "(?:a|an|the|this|that) (?:(?!and|or|of|in)[a-z-]{2,15} ){0,2}" KIN
    "(?= (?:with|who|whose|from|said|says|told|asked|lost|lives|lived|moved|and (?:her|his))" END
    ")",
    NULL },
  { SF_IDENTITY_RELATION, TRUE,
    BEGIN
    "(?:one|this|that) (?:[a-z-]{2,15} )?" PERSON END
    "(?! (?:and|&|or) (?:baby|toddler|child)|['’]s? (?:group|centre)| (?:group|centre|in|per))",
    NULL },
  { SF_IDENTITY_RELATION, TRUE,
    BEGIN "(?:a|the) (?:[a-z-]{2,15} )?" PERSON " (?:with|who|whose|from|in our|at our)" END,
    NULL },
  { SF_IDENTITY_RELATION, TRUE,
    BEGIN
    "(?:mother|mum|father|dad|parent|carer|grandmother|grandfather|gran|nan) of (?:\\d|" NUMBER_WORD
    "|twins|triplets)" END,
    NULL },
  { SF_IDENTITY_NAME, FALSE,
    BEGIN
    "[Tt]he [A-Z][\\w-]{2,30} (?:twins|triplets|family|household|brothers|sisters|boys|girls|baby|"
    "mother|father|grandmother|grandfather)" END,
    is_household },
  { SF_IDENTITY_NUMBER, FALSE, BEGIN "\\d{3}[ -]?\\d{3}[ -]?\\d{4}" END, is_nhs_number },
  { SF_IDENTITY_NUMBER, FALSE,
    BEGIN "[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\\d{2} ?\\d{2} ?\\d{2} ?[A-D]" END, NULL },
  { SF_IDENTITY_NUMBER, TRUE,
    BEGIN "(?:case|client|child|family|nhs|upn|e-?start|synergy)(?: (?:number|no\\.?|ref\\.?|id|"
          "reference))?:? ?#?[a-z]{0,3}\\d{4,12}" END,
    NULL },
};

static GRegex *
get_regex (guint i)
{
  static GRegex *compiled[G_N_ELEMENTS (forms)];

  if (g_once_init_enter ((gsize *)&compiled[i]))
    {
      g_autoptr (GError) error = NULL;
      GRegex *regex
          = g_regex_new (forms[i].pattern,
                         G_REGEX_OPTIMIZE | (forms[i].caseless ? G_REGEX_CASELESS : 0), 0, &error);

      g_assert_no_error (error);
      g_once_init_leave ((gsize *)&compiled[i], (gsize)regex);
    }
  return compiled[i];
}

void
sf_identity_add_hit (GArray *hits, SfIdentityKind kind, gsize start, gsize length)
{
  const SfIdentityHit hit = { kind, start, length };

  g_array_append_val (hits, hit);
}

void
sf_identity_find_forms (const char *text, GArray *hits)
{
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autoptr (GMatchInfo) match = NULL;

      if (!g_regex_match (get_regex (i), text, 0, &match))
        continue;
      while (g_match_info_matches (match))
        {
          int start = 0, end = 0;

          if (g_match_info_fetch_pos (match, 0, &start, &end)
              && (forms[i].check == NULL || forms[i].check (text + start, (gsize)(end - start))))
            sf_identity_add_hit (hits, forms[i].kind, (gsize)start, (gsize)(end - start));
          if (!g_match_info_next (match, NULL))
            break;
        }
    }
}
