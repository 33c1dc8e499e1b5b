/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-number-words.h"

#include <glib/gi18n-lib.h>
#include <langinfo.h>
#include <string.h>

/* In the order of SfNumberWords, each in small letters with | between. */
static const char *const lists[SF_NUMBER_N_WORDS] = {
  /* Translators: words for people, and what only people do, after a number */
  N_ ("family|families|child|children|kid|kids|baby|babies|toddler|toddlers|infant|infants|"
      "under-fives|under-fours|under-threes|year-olds|newborns|"
      "father|fathers|dad|dads|mother|mothers|mum|mums|parent|parents|grandparent|grandparents|"
      "grandmother|grandmothers|grandfather|grandfathers|carer|carers|guardian|guardians|"
      "household|households|person|persons|people|man|men|woman|women|adult|adults|boy|boys|girl|"
      "girls|teenager|teenagers|sibling|siblings|twins|couple|couples|member|members|user|users|"
      "client|clients|learner|learners|refugee|refugees|traveller|travellers|neighbour|neighbours|"
      "attendee|attendees|others|them|us|you|who|whom|whose|lone|single|teenage|disabled|"
      "pregnant|workless|"
      "came|come|attended|attend|joined|join|stayed|stay|left|returned|enrolled|registered|"
      "said|told|asked|felt|wanted|went|did|took|take|moved|dropped|missed|referred|breastfed|"
      "visited|signed|replied|answered|agreed"),
  /* Translators: words for what is no family, after a number */
  N_ ("second|seconds|minute|minutes|hour|hours|day|days|night|nights|week|weeks|weekend|weekends|"
      "fortnight|fortnights|month|months|term|terms|year|years|quarter|am|pm|o’clock|o'clock|times|"
      "monday|mondays|tuesday|tuesdays|wednesday|wednesdays|thursday|thursdays|friday|fridays|"
      "saturday|saturdays|sunday|sundays|morning|mornings|afternoon|afternoons|evening|evenings|"
      "room|rooms|chair|chairs|seat|seats|table|tables|place|places|space|spaces|building|"
      "buildings|site|sites|centre|centres|hall|halls|kitchen|kitchens|garden|gardens|toilet|"
      "toilets|desk|desks|bed|beds|computer|computers|laptop|laptops|tablet|tablets|phone|phones|"
      "bus|buses|car|cars|street|streets|ward|wards|mile|miles|metre|metres|point|points|"
      "session|sessions|course|courses|class|classes|meeting|meetings|visit|visits|trip|trips|"
      "event|events|activity|activities|workshop|workshops|programme|programmes|project|projects|"
      "observation|observations|survey|surveys|questionnaire|questionnaires|letter|letters|"
      "leaflet|leaflets|poster|posters|form|forms|file|files|page|pages|book|books|journal|"
      "journals|photo|photos|report|reports|record|records|policy|policies|step|steps|stage|"
      "stages|area|areas|theme|themes|reason|reasons|way|ways|thing|things|kind|kinds|sort|sorts|"
      "piece|pieces|part|parts|side|sides|question|questions|idea|ideas|target|targets|goal|goals|"
      "action|actions|priority|priorities|standard|standards|statement|statements|grade|grades|"
      "level|levels|measure|measures|figure|figures|number|numbers|group|groups|team|teams|"
      "agency|agencies|partner|partners|school|schools|nursery|nurseries|organisation|"
      "organisations|service|services|"
      "staff|post|posts|role|roles|worker|workers|practitioner|practitioners|teacher|teachers|"
      "midwife|midwives|visitor|visitors|nurse|nurses|manager|managers|governor|governors|"
      "trainer|trainers|tutor|tutors|leader|leaders|deputy|deputies|officer|officers|adviser|"
      "advisers|budget|budgets|turnover|cost|costs|funding|income|spending|salaries|"
      "toys|toy|tree|trees|meal|meals|cup|cups|bag|bags|box|boxes|bike|bikes|pound|pounds|pence"),
  /* Translators: words that begin something new after a number */
  N_ ("for|with|by|in|on|at|from|per|about|over|through|during|after|before|between|because|that|"
      "which|is|was|has|be|will|a|an|when|where|while|until|since|but|if|as|than"),
  /* Translators: words after which a number is a name: "page 3" */
  N_ ("page|section|standard|statement|room|year|grade|level|stage|phase|step|question|annex|"
      "appendix|table|ni|no|number|option|priority|term|week|day|unit|ward|zone|route|bus"),
  /* Translators: words after which a number is an age */
  N_ ("age|aged|ages|under|over|turn|turned|turns"),
  /* Translators: words after a number that make a fraction of it */
  N_ ("half|halves|third|thirds|quarters|fifth|fifths|sixth|sixths|eighth|eighths|tenth|tenths"),
  /* Translators: between the numbers of a ratio: "one in nine" */
  N_ ("in"),
  /* Translators: what members are of who are no families: "three members of staff" */
  N_ ("staff|team|committee|board|governors|partnership"),
  /* Translators: what joins two days: "3 to 7 May", "3 and 7 May" */
  N_ ("to|and|or"),
};

/* The place of a word in a list; -1 if it is not there. */
static int
find_word (const char *list, const char *word)
{
  g_autofree char *folded = g_utf8_casefold (word, -1);
  gsize length = strlen (folded);

  for (int place = 0; length > 0; place++)
    {
      gsize next = strcspn (list, "|");

      if (next == length && strncmp (list, folded, length) == 0)
        return place;
      if (list[next] == '\0')
        return -1;
      list += next + 1;
    }
  return -1;
}

gboolean
sf_number_words_have (SfNumberWords words, const char *word)
{
  g_return_val_if_fail ((guint)words < SF_NUMBER_N_WORDS, FALSE);

  return find_word (_ (lists[words]), word) >= 0;
}

int
sf_number_words_parse (const char *word)
{
  /* Translators: the numbers from nought to nineteen as words, in this order, in small letters. */
  const char *small = _ ("zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
                         "thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen");
  /* Translators: twenty, thirty and so on to ninety, in small letters */
  const char *tens = _ ("twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety");
  const char *dash = strchr (word, '-');
  g_autofree char *first = dash != NULL ? g_strndup (word, (gsize)(dash - word)) : g_strdup (word);
  int ten = find_word (tens, first);
  int one = find_word (small, ten >= 0 && dash != NULL ? dash + 1 : word);

  if (ten < 0)
    return one;
  if (dash == NULL)
    return (ten + 2) * 10;
  return one >= 1 && one <= 9 ? (ten + 2) * 10 + one : -1;
}

gboolean
sf_number_words_is_month (const char *word)
{
  g_autofree char *folded = g_utf8_casefold (word, -1);

  for (int i = 0; i < 12; i++)
    {
      g_autofree char *name = g_utf8_casefold (nl_langinfo (MON_1 + i), -1);
      g_autofree char *brief = g_utf8_casefold (nl_langinfo (ABMON_1 + i), -1);

      if (strcmp (folded, name) == 0 || strcmp (folded, brief) == 0)
        return TRUE;
    }
  return FALSE;
}
