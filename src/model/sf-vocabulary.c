/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-vocabulary.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  const char *id;
  const char *label;
  const char *explanation;
} Term;

typedef struct
{
  const char *table;
  const char *column;
  const Term *terms;
  guint n_terms;
} List;

static const Term contributor_kinds[] = {
  { "head", N_ ("Head of centre"), N_ ("Leads the centre and answers for this evaluation.") },
  { "leadership", N_ ("Leadership team"), N_ ("Leads a part of the centre’s work.") },
  { "staff", N_ ("Staff"), N_ ("Works in the centre.") },
  { "partner", N_ ("Partner"), N_ ("Works with the centre for another service.") },
  { "parents", N_ ("Parents"), N_ ("A parent, or the parents’ forum.") },
  { "governors", N_ ("Governing body"),
    N_ ("A member of the governing body, management committee or advisory board.") },
  { "adviser", N_ ("Adviser"), N_ ("Advises the centre for the local authority.") },
};

static const Term evidence_kinds[] = {
  { "data", N_ ("Data"), N_ ("Figures: attendance, reach, outcomes, costs.") },
  { "observation", N_ ("Observation"), N_ ("What somebody saw or heard, and wrote down.") },
  { "users-views", N_ ("Users’ views"),
    N_ ("What families and other users said: surveys, forums, comments.") },
  { "document", N_ ("Document"), N_ ("A plan, policy, minute or record of the centre’s own.") },
  { "external", N_ ("External"),
    N_ ("The words of somebody outside the centre: an inspection, a partner, an award.") },
};

static const Term sensitivities[] = {
  { "open", N_ ("Anybody"), N_ ("May be shown to anybody, parents and the public included.") },
  { "board", N_ ("Governing body"),
    N_ ("For the centre, and for its governing body or committee and the local authority.") },
  { "centre", N_ ("The centre"), N_ ("For the centre’s own staff. It is named in no report.") },
  { "restricted", N_ ("Restricted"),
    N_ ("Only for those who need to know. It is named in no report.") },
};

static const Term target_outcomes[] = {
  { "met", N_ ("Met"), N_ ("It was reached.") },
  { "not-met", N_ ("Not met"), N_ ("It ended and was not reached.") },
  { "dropped", N_ ("Dropped"), N_ ("It was given up. Say why, so that readers understand.") },
};

static const Term review_statuses[] = {
  { "met", N_ ("Met"), N_ ("It is reached already.") },
  { "on-track", N_ ("On track"), N_ ("It will be reached in time if all goes on like this.") },
  { "at-risk", N_ ("At risk"), N_ ("It may not be reached in time.") },
  { "off-track", N_ ("Off track"),
    N_ ("It will not be reached in time unless something changes.") },
  { "not-met", N_ ("Not met"), N_ ("It ended and was not reached.") },
};

static const Term paces[] = {
  { "steady", N_ ("Little by little"), N_ ("Each month should bring a part of the way.") },
  { "yearly", N_ ("Once a year"),
    N_ ("It is measured once a year: nothing is expected to move before.") },
};

static const Term directions[] = {
  { "up", N_ ("More is better"), N_ ("The figure should rise.") },
  { "down", N_ ("Less is better"), N_ ("The figure should fall.") },
};

static const Term measure_kinds[] = {
  { "proportion", N_ ("So many of so many"),
    N_ ("A count and what it is out of: shown as a percentage.") },
  { "count", N_ ("A number"), N_ ("A count on its own.") },
  { "mean", N_ ("An average"), N_ ("One figure that stands for many: an average or a score.") },
};

static const Term measure_periods[] = {
  { "month", N_ ("Every month"), N_ ("One figure for each month.") },
  { "quarter", N_ ("Every quarter"), N_ ("January, April, July and October begin one.") },
  { "term", N_ ("Every term"), N_ ("Autumn, spring and summer.") },
  { "year", N_ ("Every year"), N_ ("April to March.") },
  { "school-year", N_ ("Every school year"), N_ ("September to August.") },
};

static const Term performance_kinds[] = {
  { "staff", N_ ("Staff"), N_ ("A member of staff and a reviewer.") },
  { "head", N_ ("Head"), N_ ("The head and a panel of governors, with an external adviser.") },
};

static const Term objective_types[] = {
  { "priority", N_ ("For a priority"), N_ ("It serves what the centre put first this year.") },
  { "plan", N_ ("For the plan"), N_ ("It serves another part of the development plan.") },
  { "personal", N_ ("Personal"), N_ ("It serves the person’s own development.") },
};

static const Term objective_judgements[] = {
  { "met", N_ ("Met"), N_ ("It was reached.") },
  { "partly-met", N_ ("Partly met"), N_ ("A good part of it was reached.") },
  { "not-met", N_ ("Not met"), N_ ("It was not reached.") },
};

static const Term target_groups[] = {
  { "fathers", N_ ("Fathers"), N_ ("Fathers and other men who bring up children.") },
  { "lone-parents", N_ ("Lone parents"), N_ ("Parents who bring up children alone.") },
  { "teenage-parents", N_ ("Teenage parents"),
    N_ ("Parents under 20, and those who expect a child.") },
  { "disabled", N_ ("Disabled children and parents"),
    N_ ("Children with disabilities or additional needs, and disabled parents.") },
  { "minority-ethnic", N_ ("Black and minority ethnic families"),
    N_ ("Families of the minority ethnic communities in the area.") },
  { "workless", N_ ("Workless households"), N_ ("Homes in which nobody is in paid work.") },
  { "most-deprived", N_ ("The most deprived areas"),
    N_ ("Families who live in the area’s most deprived streets.") },
};

static const Term audiences[] = {
  { "governors", N_ ("Governing body"),
    N_ ("The accountability report: eight pages at most, and an annex if it is wanted.") },
  { "parents", N_ ("Parents and community"),
    N_ ("Four pages at most, in plain words, for everybody.") },
  { "authority", N_ ("Local authority"),
    N_ ("For the annual conversation: facts, grades, tables, the plan.") },
  { "staff", N_ ("Staff"), N_ ("What the evaluation says, what is planned and who leads it.") },
  { "head", N_ ("Head of centre"),
    N_ ("The head’s own review: what is judged of the head. Confidential.") },
  { "job-description", N_ ("Job description"),
    N_ ("For who applies to be head: the core purpose, and what the post answers for.") },
  { "person-specification", N_ ("Person specification"),
    N_ ("For who applies to be head: knowledge and qualities, and how each is assessed.") },
  { "forms", N_ ("Paper forms"), N_ ("Blank forms of a key area, for those who judge on paper.") },
};

static const Term requirements[] = {
  { "essential", N_ ("Essential"), N_ ("Nobody is appointed without it.") },
  { "desirable", N_ ("Desirable"), N_ ("It decides between people who have what is essential.") },
};

static const Term assessments[] = {
  { "application", N_ ("Application"), N_ ("The form or the letter.") },
  { "interview", N_ ("Interview"), N_ ("Questions of the panel.") },
  { "task", N_ ("Task"), N_ ("Something that is done on the day.") },
  { "presentation", N_ ("Presentation"), N_ ("A talk to the panel, to staff or to parents.") },
  { "reference", N_ ("Reference"), N_ ("What an earlier employer says.") },
  { "certificate", N_ ("Certificate"), N_ ("A paper that is shown.") },
};

static const Term meeting_states[] = {
  { "planned", N_ ("Planned"), N_ ("It is still to come, or was not held.") },
  { "held", N_ ("Held"), N_ ("It took place.") },
};

static const Term presences[] = {
  { "present", N_ ("Present"), N_ ("Was there.") },
  { "apologies", N_ ("Apologies"), N_ ("Could not come, and said so.") },
};

/* In the order of SfVocabulary. */
static const List lists[SF_N_VOCABULARIES] = {
  { "contributor", "kind", contributor_kinds, G_N_ELEMENTS (contributor_kinds) },
  { "evidence", "kind", evidence_kinds, G_N_ELEMENTS (evidence_kinds) },
  { "evidence", "sensitivity", sensitivities, G_N_ELEMENTS (sensitivities) },
  { "target", "outcome", target_outcomes, G_N_ELEMENTS (target_outcomes) },
  { "review", "status", review_statuses, G_N_ELEMENTS (review_statuses) },
  { "action_review", "status", review_statuses, G_N_ELEMENTS (review_statuses) },
  { "target", "pace", paces, G_N_ELEMENTS (paces) },
  { "target", "direction", directions, G_N_ELEMENTS (directions) },
  { "measure", "kind", measure_kinds, G_N_ELEMENTS (measure_kinds) },
  { "measure", "direction", directions, G_N_ELEMENTS (directions) },
  { "measure", "period", measure_periods, G_N_ELEMENTS (measure_periods) },
  { "performance", "kind", performance_kinds, G_N_ELEMENTS (performance_kinds) },
  { NULL, NULL, objective_types, G_N_ELEMENTS (objective_types) },
  { NULL, NULL, objective_judgements, G_N_ELEMENTS (objective_judgements) },
  { NULL, NULL, target_groups, G_N_ELEMENTS (target_groups) },
  { "report_choice", "audience", audiences, G_N_ELEMENTS (audiences) },
  { "report_statement", "requirement", requirements, G_N_ELEMENTS (requirements) },
  { NULL, NULL, assessments, G_N_ELEMENTS (assessments) },
  { "meeting", "state", meeting_states, G_N_ELEMENTS (meeting_states) },
  { "attendance", "presence", presences, G_N_ELEMENTS (presences) },
};

guint
sf_vocabulary_get_n_terms (SfVocabulary vocabulary)
{
  g_return_val_if_fail ((guint)vocabulary < SF_N_VOCABULARIES, 0);

  return lists[vocabulary].n_terms;
}

static const Term *
get_nth (SfVocabulary vocabulary, guint n)
{
  static const Term none = { NULL, NULL, NULL };

  g_return_val_if_fail (n < sf_vocabulary_get_n_terms (vocabulary), &none);

  return &lists[vocabulary].terms[n];
}

const char *
sf_vocabulary_get_nth_id (SfVocabulary vocabulary, guint n)
{
  return get_nth (vocabulary, n)->id;
}

const char *
sf_vocabulary_get_nth_label (SfVocabulary vocabulary, guint n)
{
  return _ (get_nth (vocabulary, n)->label);
}

const char *
sf_vocabulary_get_nth_explanation (SfVocabulary vocabulary, guint n)
{
  return _ (get_nth (vocabulary, n)->explanation);
}

int
sf_vocabulary_find (SfVocabulary vocabulary, const char *id)
{
  guint n = sf_vocabulary_get_n_terms (vocabulary);

  for (guint i = 0; id != NULL && i < n; i++)
    if (strcmp (lists[vocabulary].terms[i].id, id) == 0)
      return (int)i;
  return -1;
}

const char *
sf_vocabulary_get_label (SfVocabulary vocabulary, const char *id)
{
  int n = sf_vocabulary_find (vocabulary, id);

  if (n < 0)
    return id != NULL ? id : "";
  return sf_vocabulary_get_nth_label (vocabulary, (guint)n);
}

gboolean
sf_vocabulary_of_column (const char *table, const char *column, SfVocabulary *vocabulary)
{
  for (guint i = 0; i < SF_N_VOCABULARIES; i++)
    if (g_strcmp0 (lists[i].table, table) == 0 && g_strcmp0 (lists[i].column, column) == 0)
      {
        *vocabulary = (SfVocabulary)i;
        return TRUE;
      }
  return FALSE;
}
