/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "test-helpers.h"

#include "model/sf-question.h"

/* The questions for the committee: each rule both ways, what is never asked, how they are spread.
 */

static GPtrArray *
draw (Fixture *f)
{
  return sf_question_list (f->model, f->evaluation, NULL, TODAY);
}

static SfQuestion *
find_rule (GPtrArray *questions, SfQuestionRule rule)
{
  for (guint i = 0; i < questions->len; i++)
    if (((SfQuestion *)questions->pdata[i])->rule == rule)
      return questions->pdata[i];
  return NULL;
}

/* The ground of the question of that rule; NULL if nothing is asked by it. */
static char *
dup_ground (Fixture *f, SfQuestionRule rule)
{
  g_autoptr (GPtrArray) questions = draw (f);
  SfQuestion *question = find_rule (questions, rule);

  return question != NULL ? g_strdup (question->ground) : NULL;
}

static gboolean
asks (Fixture *f, SfQuestionRule rule)
{
  g_autofree char *ground = dup_ground (f, rule);

  return ground != NULL;
}

static void
agree_area (Fixture *f, const char *code, int level)
{
  agree (f, grade (f, code, level));
}

/* --- a high grade on thin evidence ------------------------------------------------------------ */

static void
test_thin (Fixture *f, gconstpointer data)
{
  static const struct
  {
    const char *code;
    int level;
    const char *evidence[2];
    const char *dated;
    const char *ground;
  } cases[] = {
    { "LLD-S1", 2, { NULL }, NULL, "The judgement is “good”, and it rests on no evidence." },
    { "LLD-S1",
      1,
      { "document" },
      "2026-05-01",
      "The judgement is “outstanding”, and it rests on documents only." },
    { "LLD-S1",
      2,
      { "document", "data" },
      "2026-03-31",
      "The judgement is “good”, and it rests on evidence from before this evaluation." },
    { "LLD-S1", 2, { "document", "data" }, "2026-05-01", NULL },
    { "LLD-S1", 3, { NULL }, NULL, NULL },
    { "LLD-S1", 0, { NULL }, NULL, NULL },
    /* Never of safeguarding, nor of the head. */
    { "LLD-S3", 1, { NULL }, NULL, NULL },
    { "LLD-S8", 1, { NULL }, NULL, NULL },
    { "LLD-K1", 1, { NULL }, NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Fixture one;
      SfAreaJudgement *area;

      g_test_message ("case %u", i);
      set_up (&one, data);
      judge (&one, cases[i].code, cases[i].level);
      for (guint k = 0; k < 2 && cases[i].evidence[k] != NULL; k++)
        prove (&one, cases[i].code, cases[i].evidence[k], cases[i].dated);
      area = grade (&one, "LLD", 2);
      /* What is only proposed is asked of nobody. */
      g_assert_false (asks (&one, SF_QUESTION_THIN_EVIDENCE));
      agree (&one, area);
      assert_text (dup_ground (&one, SF_QUESTION_THIN_EVIDENCE), cases[i].ground);
      tear_down (&one, data);
    }
}

/* A contributor's view is not what the centre stands by. */
static void
test_own_view (Fixture *f, gconstpointer data)
{
  SfContributor *who
      = make (f->model, SF_TYPE_CONTRIBUTOR, "name", "Parents’ forum", "kind", "parents", NULL);
  g_autoptr (GPtrArray) not_agreed = NULL;

  make (f->model, SF_TYPE_JUDGEMENT, "evaluation", f->evaluation, "statement_code", "LLD-S1",
        "contributor", who, "level", 1, NULL);
  agree_area (f, "LLD", 2);
  g_assert_false (asks (f, SF_QUESTION_THIN_EVIDENCE));
  not_agreed = sf_question_list_not_agreed (f->model, f->evaluation);
  g_assert_cmpuint (not_agreed->len, ==, 5);
}

/* --- a lower grade, with its reason ----------------------------------------------------------- */

static void
test_lower (Fixture *f, gconstpointer data)
{
  static const struct
  {
    const char *code;
    int level, area_level;
    const char *own, *areas, *ground;
  } cases[] = {
    { "LLD-S1", 3, 2, "Stay and play was seen once.", NULL,
      "The judgement is “requires improvement”. The centre’s reason: “Stay and play "
      "was "
      "seen once”." },
    { "LLD-S1", 4, 2, " ", "Fathers come rarely.\nMore.",
      "The judgement is “inadequate”. The centre’s reason: “Fathers come rarely”." },
    { "LLD-S1", 3, 2, NULL, NULL, NULL },
    { "LLD-S1", 2, 2, "Something", "Something", NULL },
    { "LLD-S3", 4, 2, "Something", "Something", NULL },
    { "LLD-K1", 4, 2, "Something", "Something", NULL },
    { "LLD-S1", 2, 3, NULL, "Families are not asked",
      "The grade of the key area is “requires improvement”. The centre’s reason: "
      "“Families are not asked”." },
    { "LLD-S1", 2, 3, NULL, NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Fixture one;
      SfAreaJudgement *area;

      g_test_message ("case %u", i);
      set_up (&one, data);
      change (one.model, judge (&one, cases[i].code, cases[i].level), "improvements", cases[i].own);
      area = grade (&one, "LLD", cases[i].area_level);
      change (one.model, area, "improvements", cases[i].areas);
      g_assert_false (asks (&one, SF_QUESTION_LOWER_GRADE));
      agree (&one, area);
      assert_text (dup_ground (&one, SF_QUESTION_LOWER_GRADE), cases[i].ground);
      tear_down (&one, data);
    }
}

/* --- targets ---------------------------------------------------------------------------------- */

static SfTarget *
aim_at (Fixture *f, const char *code, double baseline, double goal)
{
  SfTarget *target = aim (f, code, "Fathers in the journals");

  change (f->model, target, "unit", "%");
  change (f->model, target, "baseline", baseline);
  change (f->model, target, "goal", goal);
  change (f->model, target, "starts_on", "2026-04-01");
  change (f->model, target, "due_on", "2026-07-01");
  return target;
}

static void
read_value (Fixture *f, SfTarget *target, double value)
{
  make (f->model, SF_TYPE_REVIEW, "target", target, "reviewed_on", "2026-05-10", "value", value,
        NULL);
}

static void
test_behind (Fixture *f, gconstpointer data)
{
  static const struct
  {
    const char *code;
    double value;
    const char *due, *outcome, *ground;
  } cases[] = {
    { "LLD-S5", 11, "2026-07-01", NULL,
      "Off track. 11% → 30% by 1 July 2026; 11% on 10 May 2026." },
    { "LLD-S5", 11, "2026-05-11", NULL, "Not met. 11% → 30% by 11 May 2026; 11% on 10 May 2026." },
    { "LLD-S5", 11, "2026-07-01", "dropped", NULL },
    { "LLD-S5", 29, "2026-07-01", NULL, NULL },
    { "LLD-S5", 30, "2026-07-01", NULL, NULL },
    { "LLD-S3", 11, "2026-07-01", NULL, NULL },
    { "LLD-K1", 11, "2026-07-01", NULL, NULL },
    { "LLD-S99", 11, "2026-07-01", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SfTarget *target = aim_at (f, cases[i].code, 11, 30);

      g_test_message ("case %u", i);
      change (f->model, target, "due_on", cases[i].due);
      change (f->model, target, "outcome", cases[i].outcome);
      read_value (f, target, cases[i].value);
      assert_text (dup_ground (f, SF_QUESTION_TARGET_BEHIND), cases[i].ground);
      change (f->model, target, "retired_at", 1);
    }
}

/* One that serves something else besides is judged by all that it serves. */
static void
test_further (Fixture *f, gconstpointer data)
{
  SfTarget *target = aim_at (f, "LLD-S5", 11, 30);

  read_value (f, target, 11);
  change (f->model, target, "further_statements", "SFC-S2");
  g_assert_true (asks (f, SF_QUESTION_TARGET_BEHIND));
  change (f->model, target, "further_statements", "SFC-S2 BAR-S3");
  g_assert_false (asks (f, SF_QUESTION_TARGET_BEHIND));
  change (f->model, target, "further_statements", "SFC-K1");
  g_assert_false (asks (f, SF_QUESTION_TARGET_BEHIND));
}

static void
test_changed (Fixture *f, gconstpointer data)
{
  static const struct
  {
    const char *code, *on;
    gboolean asked;
  } cases[] = { { "LLD-S5", "2026-04-20", TRUE },
                { "LLD-S5", "2026-03-31", FALSE },
                { "LLD-S5", "2026-05-15", FALSE },
                { "LLD-S3", "2026-04-20", FALSE },
                { NULL, "2026-04-20", TRUE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SfTarget *target = aim (f, cases[i].code, "Fathers in the journals");

      g_test_message ("case %u", i);
      make (f->model, SF_TYPE_TARGET_CHANGE, "target", target, "changed_on", cases[i].on, "field",
            "goal", "old_value", "40%", "new_value", "30%", "reason", "Many work away.", "office",
            "Head of centre", NULL);
      assert_text (dup_ground (f, SF_QUESTION_TARGET_CHANGED),
                   cases[i].asked
                       ? "Goal: 40% before, 30% since 20 April 2026 (Head of centre). The "
                         "reason given: “Many work away”."
                       : NULL);
      change (f->model, target, "retired_at", 1);
    }
}

static void
test_met (Fixture *f, gconstpointer data)
{
  SfTarget *target = aim_at (f, "LLD-S5", 11, 30);

  g_assert_false (asks (f, SF_QUESTION_WHAT_WORKED));
  read_value (f, target, 31);
  assert_text (dup_ground (f, SF_QUESTION_WHAT_WORKED),
               "Met. 11% → 30% by 1 July 2026; 31% on 10 May 2026.");
  change (f->model, target, "outcome", "met");
  change (f->model, target, "outcome_reason", "Saturdays.");
  assert_text (dup_ground (f, SF_QUESTION_WHAT_WORKED),
               "Met. 11% → 30% by 1 July 2026; 31% on 10 May 2026. How it ended: “Saturdays”.");
  /* Ended as met against its reading: no success to learn from. */
  change (f->model, target, "goal", 40.0);
  g_assert_false (asks (f, SF_QUESTION_WHAT_WORKED));
}

static void
test_rise (Fixture *f, gconstpointer data)
{
  static const struct
  {
    int then, now;
    const char *difference;
    gboolean asked;
  } cases[] = { { 3, 2, "Fewer wait.", TRUE }, { 3, 2, NULL, FALSE },  { 2, 2, "x y", FALSE },
                { 1, 2, "x y", FALSE },        { 4, 3, "x y", FALSE }, { 0, 2, "x y", FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Fixture one;

      g_test_message ("case %u", i);
      set_up (&one, data);
      if (cases[i].then > 0)
        make (one.model, SF_TYPE_JUDGEMENT, "evaluation", one.last, "statement_code", "LLD-S1",
              "level", cases[i].then, NULL);
      change (one.model, judge (&one, "LLD-S1", cases[i].now), "difference", cases[i].difference);
      agree_area (&one, "LLD", 2);
      /* It rests on enough, so that nothing else is asked of it. */
      prove (&one, "LLD-S1", "data", "2026-05-01");
      prove (&one, "LLD-S1", "document", "2026-05-01");
      assert_text (dup_ground (&one, SF_QUESTION_WHAT_WORKED),
                   cases[i].asked ? "The judgement was “requires improvement” before and is “good” "
                                    "now. What difference it made: “Fewer wait”."
                                  : NULL);
      tear_down (&one, data);
    }
}

/* --- gaps ------------------------------------------------------------------------------------- */

static void
read_year (Fixture *f, SfMeasure *measure, SfFamilyGroup *group, const char *on, int n, int of)
{
  SfReading *reading = make (f->model, SF_TYPE_READING, "measure", measure, "starts_on", on,
                             "count", n, "denominator", of, NULL);

  if (group != NULL)
    change (f->model, reading, "family_group", group);
}

static void
test_gap (Fixture *f, gconstpointer data)
{
  static const struct
  {
    const char *direction;
    int full;
    int then, now; /* of 300 in the group; of 1000 families 600 */
    gboolean asked;
  } cases[] = {
    { "up", 0, 180, 100, TRUE },
    /* Closing, and too small to tell from chance. */
    { "up", 0, 100, 180, FALSE },
    { "up", 0, 180, 175, FALSE },
    /* On the better side, and the better side of a measure of which less is better. */
    { "up", 0, 180, 260, FALSE },
    { "down", 0, 180, 100, FALSE },
    { "down", 0, 180, 260, TRUE },
    { NULL, 0, 180, 100, FALSE },
    /* Where everybody was counted, five points are something. */
    { "up", 1, 180, 175, FALSE },
    { "up", 1, 180, 165, TRUE },
    /* A figure that is not shown is no ground: three of 300. */
    { "up", 0, 180, 3, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Fixture one;
      SfMeasure *measure;
      SfFamilyGroup *group;

      g_test_message ("case %u", i);
      set_up (&one, data);
      measure = make (one.model, SF_TYPE_MEASURE, "centre", one.centre, "title", "Families reached",
                      "kind", "proportion", "direction", cases[i].direction, "period", "year",
                      "full_count", cases[i].full, "position", 1, NULL);
      group = make (one.model, SF_TYPE_FAMILY_GROUP, "centre", one.centre, "title", "Lone parents",
                    "position", 1, NULL);
      read_year (&one, measure, NULL, "2025-04-01", 600, 1000);
      read_year (&one, measure, group, "2025-04-01", cases[i].then, 300);
      read_year (&one, measure, NULL, "2026-04-01", 600, 1000);
      read_year (&one, measure, group, "2026-04-01", cases[i].now, 300);
      g_assert_cmpint (asks (&one, SF_QUESTION_GAP_GROWING), ==, cases[i].asked);
      tear_down (&one, data);
    }
}

/* --- what is never said ----------------------------------------------------------------------- */

static void
test_guard (Fixture *f, gconstpointer data)
{
  static const struct
  {
    const char *reason;
    gboolean asked;
  } cases[] = {
    { "Stay and play was seen once.", TRUE },
    { "Tom Ellison could not come.", FALSE },
    { "We waited for Ellison", FALSE },
    { "It stops when Priya is away.", FALSE },
    { "The parents’ forum was not asked", TRUE },
    { "Parents were not asked", TRUE },
    { "The Parents Forum was not asked", FALSE },
    { "Safeguarding took our time.", FALSE },
    { "Two child protection plans came first", FALSE },
    { "It hangs together with LLD-S5", FALSE },
    { "We saw 7 fathers only", FALSE },
    { "We saw them on 7 days only", TRUE },
    { "Of 12 families none came twice", TRUE },
  };
  SfJudgement *judgement = judge (f, "LLD-S1", 3);
  SfMeasure *measure = make (f->model, SF_TYPE_MEASURE, "centre", f->centre, "title", "Reach",
                             "kind", "proportion", "direction", "up", "period", "year",
                             "full_count", 0, "position", 1, NULL);

  /* 7 of 9 leaves two. */
  read_year (f, measure, NULL, "2026-04-01", 7, 9);
  make (f->model, SF_TYPE_CONTRIBUTOR, "name", "Tom Ellison", "kind", "staff", NULL);
  make (f->model, SF_TYPE_CONTRIBUTOR, "name", "Parents’ forum", "kind", "parents", NULL);
  make (f->model, SF_TYPE_CONTRIBUTOR, "name", "Parents Forum", "kind", "parents", NULL);
  change (f->model, aim (f, "LLD-S5", "x"), "owner", "Priya Nair");
  agree_area (f, "LLD", 2);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].reason);
      change (f->model, judgement, "improvements", cases[i].reason);
      g_assert_cmpint (asks (f, SF_QUESTION_LOWER_GRADE), ==, cases[i].asked);
    }
}

/* --- how they are spread ---------------------------------------------------------------------- */

static guint
count_on (GPtrArray *questions, SfKeyArea *area)
{
  guint n = 0;

  for (guint i = 0; i < questions->len; i++)
    n += ((SfQuestion *)questions->pdata[i])->area == area;
  return n;
}

static void
test_spread (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) few = NULL, many = NULL, again = NULL;
  g_autofree char *id = NULL;
  SfTarget *target;

  /* Ten in one area: two are asked. */
  judge_area (f, "LLD", "2222223");
  agree_area (f, "LLD", 2);
  few = draw (f);
  g_assert_cmpuint (few->len, ==, SF_QUESTIONS_PER_AREA);
  judge_area (f, "SFC", "2222222");
  judge_area (f, "SPF", "1111111");
  judge_area (f, "MTO", "2222");
  agree_area (f, "SFC", 2);
  agree_area (f, "SPF", 1);
  agree_area (f, "MTO", 2);
  target = aim_at (f, "BAR-S1", 11, 30);
  read_value (f, target, 31);
  many = draw (f);
  g_assert_cmpuint (many->len, ==, SF_QUESTIONS_MOST);
  for (guint i = 0; i < 6; i++)
    g_assert_cmpuint (count_on (many, sf_framework_get_areas (f->framework)->pdata[i]), <=,
                      SF_QUESTIONS_PER_AREA);
  /* Each area has one before any has two, and what worked is among them. */
  g_assert_cmpuint (count_on (many, area (f, "MTO")), >=, 1);
  g_assert_nonnull (find_rule (many, SF_QUESTION_WHAT_WORKED));
  again = draw (f);
  for (guint i = 0; i < many->len; i++)
    {
      SfQuestion *one = many->pdata[i], *other = again->pdata[i];

      g_assert_cmpstr (one->text, ==, other->text);
      g_assert_cmpstr (one->about, ==, other->about);
    }
  id = sf_question_get_id (many->pdata[2]);
  g_assert_true (sf_question_find (many, id) == many->pdata[2]);
  g_assert_true (sf_question_find (many, "3") == many->pdata[2]);
  g_assert_null (sf_question_find (many, "7"));
  g_assert_null (sf_question_find (many, "0"));
  g_assert_null (sf_question_find (many, "thin-evidence"));
}

/* A statement and a target that serves it are asked about once. */
static void
test_one_matter (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) before = NULL, after = NULL;
  SfTarget *target;

  judge_area (f, "BAR", "2");
  agree_area (f, "BAR", 2);
  before = draw (f);
  g_assert_cmpuint (before->len, ==, 1);
  g_assert_cmpstr (((SfQuestion *)before->pdata[0])->about, ==, "BAR-S1");
  target = aim_at (f, "BAR-S1", 11, 30);
  read_value (f, target, 31);
  after = draw (f);
  g_assert_cmpuint (after->len, ==, 1);
  g_assert_true (((SfQuestion *)after->pdata[0])->record == SF_RECORD (target));
}

/* One that is withdrawn keeps its place, and no other comes for it. */
static void
test_withdrawn (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) before = NULL, after = NULL;
  SfQuestion *first, *other;

  judge_area (f, "LLD", "222222");
  judge_area (f, "SFC", "222222");
  agree_area (f, "LLD", 2);
  agree_area (f, "SFC", 2);
  before = draw (f);
  first = before->pdata[0];
  make (f->model, SF_TYPE_QUESTION_DECISION, "evaluation", f->evaluation, "rule",
        sf_question_rule_get_id (first->rule), "about", first->about, "withdrawn", "Asked before",
        "answer", "It is so.", "ground", first->ground, NULL);
  after = draw (f);
  g_assert_cmpuint (after->len, ==, before->len);
  other = after->pdata[0];
  g_assert_cmpstr (other->text, ==, first->text);
  g_assert_true (sf_question_is_withdrawn (other));
  g_assert_cmpuint (sf_question_count_withdrawn (after), ==, 1);
  g_assert_cmpstr (sf_question_get_printed_answer (other), ==, "It is so.");
  change (f->model, other->decision, "ground", "Something else");
  g_assert_true (sf_question_is_stale (other));
  g_assert_null (sf_question_get_printed_answer (other));
}

/* --- whatever the workbook holds ---------------------------------------------------------------
 */

#define SECRET "Zyx" /* begins with a capital, as names do */

/* Fills every text of a record with a secret. */
static void
plant (Fixture *f, gpointer record)
{
  SfRecordClass *klass = SF_RECORD_GET_CLASS (record);

  for (guint i = 0; i < klass->n_columns; i++)
    if (klass->columns[i].type == SF_COLUMN_TEXT
        && ((klass->columns[i].flags & SF_COLUMN_PROSE) != 0
            || g_str_equal (klass->columns[i].name, "title")))
      change (f->model, record, klass->columns[i].name, SECRET " said so");
}

static const char *
pick_code (Fixture *f, GRand *rand)
{
  GPtrArray *all = sf_framework_get_statements (f->framework);

  return sf_statement_get_code (all->pdata[g_rand_int_range (rand, 0, (gint32)all->len)]);
}

/* A judgement or a target of what may not be asked, or one that names a person, with the secret in
 * all its texts; and others without. */
static void
plant_some (Fixture *f, GRand *rand)
{
  for (guint i = 0; i < 40; i++)
    {
      const char *code = pick_code (f, rand);
      SfStatement *statement = sf_framework_find_statement (f->framework, code);
      gboolean forbidden = sf_statement_get_safeguarding (statement)
                           || sf_statement_get_subject (statement) != SF_SUBJECT_CENTRE;
      gboolean is_target = g_rand_boolean (rand);
      SfRecord *record;

      if (is_target)
        {
          record = SF_RECORD (aim_at (f, code, 11, 30));
          read_value (f, SF_TARGET (record), g_rand_int_range (rand, 8, 34));
        }
      else
        {
          if (sf_model_find_judgement (f->model, f->evaluation, code, NULL) != NULL)
            continue;
          record = SF_RECORD (judge (f, code, g_rand_int_range (rand, 1, 5)));
          change (f->model, record, "improvements", "More could be done");
          change (f->model, record, "difference", "Something is better");
        }
      if (forbidden || g_rand_int_range (rand, 0, 3) == 0)
        plant (f, record);
    }
}

static void
test_random (Fixture *f, gconstpointer data)
{
  guint n_asked = 0;

  for (guint32 seed = 0; seed < 40; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (GPtrArray) questions = NULL;
      Fixture one;

      set_up (&one, data);
      make (one.model, SF_TYPE_CONTRIBUTOR, "name", SECRET " Abc", "kind", "staff", NULL);
      plant_some (&one, rand);
      for (guint i = 0; i < 6; i++)
        if (g_rand_int_range (rand, 0, 3) > 0)
          agree_area (&one, sf_key_area_get_code (sf_framework_get_areas (one.framework)->pdata[i]),
                      g_rand_int_range (rand, 1, 5));
      questions = draw (&one);
      g_assert_cmpuint (questions->len, <=, SF_QUESTIONS_MOST);
      n_asked += questions->len;
      for (guint i = 0; i < questions->len; i++)
        {
          SfQuestion *question = questions->pdata[i];
          SfStatement *statement = sf_framework_find_statement (one.framework, question->about);

          g_assert_null (strstr (question->text, SECRET));
          g_assert_null (strstr (question->ground, SECRET));
          g_assert_true (g_str_has_suffix (question->text, "?"));
          g_assert_cmpuint (count_on (questions, question->area), <=, SF_QUESTIONS_PER_AREA);
          g_assert_true (statement == NULL
                         || (sf_statement_get_subject (statement) == SF_SUBJECT_CENTRE
                             && !sf_statement_get_safeguarding (statement)));
        }
      tear_down (&one, data);
    }
  /* Not for want of questions. */
  g_assert_cmpuint (n_asked, >, 100);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/questions/thin", Fixture, NULL, set_up, test_thin, tear_down);
  g_test_add ("/questions/own-view", Fixture, NULL, set_up, test_own_view, tear_down);
  g_test_add ("/questions/lower", Fixture, NULL, set_up, test_lower, tear_down);
  g_test_add ("/questions/behind", Fixture, NULL, set_up, test_behind, tear_down);
  g_test_add ("/questions/further", Fixture, NULL, set_up, test_further, tear_down);
  g_test_add ("/questions/changed", Fixture, NULL, set_up, test_changed, tear_down);
  g_test_add ("/questions/met", Fixture, NULL, set_up, test_met, tear_down);
  g_test_add ("/questions/rise", Fixture, NULL, set_up, test_rise, tear_down);
  g_test_add ("/questions/gap", Fixture, NULL, set_up, test_gap, tear_down);
  g_test_add ("/questions/guard", Fixture, NULL, set_up, test_guard, tear_down);
  g_test_add ("/questions/spread", Fixture, NULL, set_up, test_spread, tear_down);
  g_test_add ("/questions/one-matter", Fixture, NULL, set_up, test_one_matter, tear_down);
  g_test_add ("/questions/withdrawn", Fixture, NULL, set_up, test_withdrawn, tear_down);
  g_test_add ("/questions/random", Fixture, NULL, set_up, test_random, tear_down);
  return g_test_run ();
}
