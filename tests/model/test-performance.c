/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-performance-side.h"

#include "base/sf-error.h"
#include "model/sf-performance-judged.h"

#include <string.h>

/* Performance management: what may be said when, signatures, the next cycle, the packed form. */

#define OK(call)                                                                                   \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autoptr (GError) error_ = NULL;                                                              \
    GError **why = &error_;                                                                        \
    gboolean done_ = (call);                                                                       \
    g_assert_no_error (error_);                                                                    \
    g_assert_true (done_);                                                                         \
  }                                                                                                \
  G_STMT_END

#define REFUSED(call)                                                                              \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autoptr (GError) error_ = NULL;                                                              \
    GError **why = &error_;                                                                        \
    g_assert_false (call);                                                                         \
    g_assert_error (error_, SF_ERROR, SF_ERROR_INVALID);                                           \
    g_assert_cmpuint (strlen (error_->message), >, 10);                                            \
  }                                                                                                \
  G_STMT_END

static SfPerformance *
make_agreed (SfUuid objectives[2])
{
  SfPerformance *self = sf_performance_new ();

  OK (sf_performance_add_objective (self, "More fathers at weighing", &objectives[0], why));
  OK (sf_performance_add_objective (self, "A course in supervision", &objectives[1], why));
  OK (sf_performance_set_of_objective (self, &objectives[0], SF_OBJECTIVE_TYPE, "priority", why));
  OK (sf_performance_set_of_objective (self, &objectives[0], SF_OBJECTIVE_DUE_ON, "2027-03-31",
                                       why));
  OK (sf_performance_set (self, SF_PERFORMANCE_SET_HELD_ON, "2026-05-04", why));
  return self;
}

static void
sign_both (SfPerformance *self, gboolean final, const char *on)
{
  OK (sf_performance_sign (self, final, FALSE, "A. Green", on, why));
  OK (sf_performance_sign (self, final, TRUE, "B. Brown", on, why));
}

static void
judge_all (SfPerformance *self, const SfUuid objectives[2])
{
  OK (sf_performance_set_of_objective (self, &objectives[0], SF_OBJECTIVE_JUDGEMENT, "met", why));
  OK (sf_performance_set_of_objective (self, &objectives[1], SF_OBJECTIVE_JUDGEMENT, "partly-met",
                                       why));
  OK (sf_performance_set (self, SF_PERFORMANCE_OVERALL, "met", why));
}

static void
test_texts (void)
{
  g_autoptr (SfPerformance) self = sf_performance_new ();
  SfUuid one, none = { { 1 } };

  REFUSED (sf_performance_set (self, SF_PERFORMANCE_MID_HELD_ON, "4 May 2026", why));
  REFUSED (sf_performance_set (self, SF_PERFORMANCE_OVERALL, "splendid", why));
  REFUSED (sf_performance_add_objective (self, "  ", &one, why));
  OK (sf_performance_add_objective (self, "One", &one, why));
  REFUSED (sf_performance_set_of_objective (self, &one, SF_OBJECTIVE_TITLE, "", why));
  REFUSED (sf_performance_set_of_objective (self, &none, SF_OBJECTIVE_TITLE, "x", why));
  OK (sf_performance_set_of_objective (self, &one, SF_OBJECTIVE_CRITERIA, "All", why));
  OK (sf_performance_set_of_objective (self, &one, SF_OBJECTIVE_CRITERIA, " \n", why));
  g_assert_null (sf_performance_get_of_objective (self, &one, SF_OBJECTIVE_CRITERIA));
  for (guint i = 1; i < SF_PERFORMANCE_MAX_OBJECTIVES; i++)
    OK (sf_performance_add_objective (self, "Another", NULL, why));
  REFUSED (sf_performance_add_objective (self, "One too many", NULL, why));
}

static void
test_signatures (void)
{
  SfUuid objectives[2];
  g_autoptr (SfPerformance) self = sf_performance_new ();

  REFUSED (sf_performance_sign (self, FALSE, FALSE, "A. Green", "2026-05-05", why));
  sf_performance_free (g_steal_pointer (&self));
  self = make_agreed (objectives);
  REFUSED (sf_performance_sign (self, TRUE, FALSE, "A. Green", "2026-05-05", why));
  REFUSED (sf_performance_sign (self, FALSE, FALSE, " ", "2026-05-05", why));
  REFUSED (sf_performance_set (self, SF_PERFORMANCE_SET_PERSON_SIGNED_BY, "A. Green", why));
  g_assert_cmpint (sf_performance_get_stage (self), ==, SF_PERFORMANCE_SETTING);
  sign_both (self, FALSE, "2026-05-05");
  REFUSED (sf_performance_sign (self, FALSE, FALSE, "A. Green", "2026-05-06", why));
  g_assert_cmpint (sf_performance_get_stage (self), ==, SF_PERFORMANCE_RUNNING);

  /* what was signed does not change, what is said of it may */
  REFUSED (
      sf_performance_set_of_objective (self, &objectives[0], SF_OBJECTIVE_TITLE, "Fewer", why));
  REFUSED (sf_performance_add_objective (self, "A third", NULL, why));
  REFUSED (sf_performance_remove_objective (self, &objectives[0], why));
  REFUSED (sf_performance_set (self, SF_PERFORMANCE_SET_NOTES, "Otherwise", why));
  OK (sf_performance_set_of_objective (self, &objectives[0], SF_OBJECTIVE_SELF_REVIEW, "19%.",
                                       why));
  OK (sf_performance_set (self, SF_PERFORMANCE_MID_HELD_ON, "2026-10-05", why));

  /* the review: each is judged, the meeting was held */
  OK (sf_performance_set (self, SF_PERFORMANCE_FINAL_HELD_ON, "2027-04-01", why));
  REFUSED (sf_performance_sign (self, TRUE, FALSE, "A. Green", "2027-04-02", why));
  judge_all (self, objectives);
  sign_both (self, TRUE, "2027-04-02");
  g_assert_cmpint (sf_performance_get_stage (self), ==, SF_PERFORMANCE_CLOSED);
  REFUSED (sf_performance_set (self, SF_PERFORMANCE_REVIEW, "More", why));
  REFUSED (sf_performance_set_of_objective (self, &objectives[0], SF_OBJECTIVE_JUDGEMENT, "not-met",
                                            why));
  REFUSED (sf_performance_set (self, SF_PERFORMANCE_SET_PERSON_SIGNED_ON, NULL, why));
  OK (sf_performance_set (self, SF_PERFORMANCE_DRAFT_TO_CHAIR_ON, "2027-04-03", why));

  /* taken back, name and day together, it is open again */
  OK (sf_performance_set (self, SF_PERFORMANCE_FINAL_REVIEWER_SIGNED_ON, NULL, why));
  g_assert_null (sf_performance_get (self, SF_PERFORMANCE_FINAL_REVIEWER_SIGNED_BY));
  REFUSED (sf_performance_set (self, SF_PERFORMANCE_REVIEW, "More", why));
  OK (sf_performance_set (self, SF_PERFORMANCE_FINAL_PERSON_SIGNED_BY, NULL, why));
  g_assert_null (sf_performance_get (self, SF_PERFORMANCE_FINAL_PERSON_SIGNED_ON));
  OK (sf_performance_set (self, SF_PERFORMANCE_REVIEW, "More", why));
}

static void
test_carry (void)
{
  SfUuid objectives[2];
  g_autoptr (SfPerformance) self = make_agreed (objectives);
  g_autoptr (SfPerformance) next = NULL;
  g_autofree char *origin = sf_uuid_to_string (&objectives[1]);
  const SfUuid *carried;

  OK (sf_performance_set_of_objective (self, &objectives[1], SF_OBJECTIVE_ACTIONS, "Ask.", why));
  OK (sf_performance_set_of_objective (self, &objectives[1], SF_OBJECTIVE_REVIEW, "Half.", why));
  judge_all (self, objectives);
  next = sf_performance_carry_forward (self);
  g_assert_cmpuint (sf_performance_get_n_objectives (next), ==, 1);
  carried = sf_performance_get_objective (next, 0);
  g_assert_false (sf_uuid_equal (carried, &objectives[1]));
#define GET(field) sf_performance_get_of_objective (next, carried, field)
  g_assert_cmpstr (GET (SF_OBJECTIVE_TITLE), ==, "A course in supervision");
  g_assert_cmpstr (GET (SF_OBJECTIVE_ACTIONS), ==, "Ask.");
  g_assert_cmpstr (GET (SF_OBJECTIVE_CARRIED_FROM), ==, origin);
  g_assert_null (GET (SF_OBJECTIVE_REVIEW));
  g_assert_null (GET (SF_OBJECTIVE_JUDGEMENT));
#undef GET
  g_assert_null (sf_performance_get (next, SF_PERFORMANCE_OVERALL));
  g_assert_null (sf_performance_get (next, SF_PERFORMANCE_SET_HELD_ON));
}

static void
test_told (void)
{
  static const struct
  {
    guint held, people;
    const char *said;
  } cases[] = { { 0, 0, NULL },
                { 4, 4, NULL },
                { 3, 4, NULL },
                { 5, 5, "Reviews held: all" },
                { 4, 5, "Reviews held: not all" },
                { 0, 9, "Reviews held: not all" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (sf_performance_reviews_to_text (cases[i].held, cases[i].people), ==,
                     cases[i].said);
}

/* --- the packed form ---------------------------------------------------------------------------
 */

static void
test_pack (void)
{
  SfUuid objectives[2];
  g_autoptr (SfPerformance) self = make_agreed (objectives);
  g_autoptr (SfPerformance) back = NULL;
  g_autoptr (SfPerformance) copy = NULL;
  g_autoptr (GBytes) bytes = NULL, again = NULL;
  g_autoptr (GError) error = NULL;

  judge_all (self, objectives);
  OK (sf_performance_set (self, SF_PERFORMANCE_PANEL, "C. Gray\nD. White عربي", why));
  bytes = sf_performance_pack (self);
  back = sf_performance_unpack (bytes, &error);
  g_assert_no_error (error);
  again = sf_performance_pack (back);
  g_assert_true (g_bytes_equal (bytes, again));
  g_assert_cmpstr (sf_performance_get (back, SF_PERFORMANCE_PANEL), ==, "C. Gray\nD. White عربي");
  g_assert_cmpstr (sf_performance_get_of_objective (back, &objectives[0], SF_OBJECTIVE_DUE_ON), ==,
                   "2027-03-31");
  copy = sf_performance_copy (back);
  g_clear_pointer (&again, g_bytes_unref);
  again = sf_performance_pack (copy);
  g_assert_true (g_bytes_equal (bytes, again));
}

/* --- what is judged of the head -----------------------------------------------------------------
 */

static SfPerformance *
make_judged (void)
{
  static const char *const view[SF_N_JUDGED_FIELDS]
      = { "LLD-K2", "0198c7a0-0000-7000-8000-000000000001", "Asha Rao", "3" };
  static const char *const nothing[SF_N_JUDGED_FIELDS] = { "LLD-K3" };
  SfPerformance *self = sf_performance_new ();

  OK (sf_performance_add_judged (self, view, why));
  OK (sf_performance_add_judged (self, nothing, why));
  OK (sf_performance_set_own (self, "LLD-K2", SF_JUDGED_LEVEL, "2", why));
  OK (sf_performance_set_own (self, "LLD-K2", SF_JUDGED_STRENGTHS, "Own words عربي", why));
  return self;
}

static void
test_judged (void)
{
  g_autoptr (SfPerformance) self = make_judged ();
  g_autoptr (SfPerformance) other = sf_performance_copy (self);

  g_assert_cmpuint (sf_performance_get_n_judged (self), ==, 2);
  g_assert_cmpstr (sf_performance_get_own (self, "LLD-K2", SF_JUDGED_LEVEL), ==, "2");
  OK (sf_performance_set_own (other, "LLD-K2", SF_JUDGED_NOT_APPLICABLE, "Not here", why));
  g_assert_null (sf_performance_get_own (other, "LLD-K2", SF_JUDGED_LEVEL));
  REFUSED (sf_performance_set_own (other, "LLD-K2", SF_JUDGED_LEVEL, "two", why));
  OK (sf_performance_check_written (self, other, SF_PERFORMANCE_BY_PERSON, why));
  REFUSED (sf_performance_check_written (self, other, SF_PERFORMANCE_BY_FURTHER, why));
  REFUSED (sf_performance_check_written (other, self, SF_PERFORMANCE_BY_RECOVERY, why));
  /* what says nothing is not begun */
  OK (sf_performance_set_own (other, "LLD-K9", SF_JUDGED_STRENGTHS, "  ", why));
  g_assert_cmpuint (sf_performance_get_n_judged (other), ==, 2);
}

static void
test_judged_pack (void)
{
  g_autoptr (SfPerformance) self = make_judged ();
  g_autoptr (GBytes) bytes = sf_performance_pack (self), again = NULL;
  g_autoptr (SfPerformance) back = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  back = sf_performance_unpack (bytes, &error);
  g_assert_no_error (error);
  again = sf_performance_pack (back);
  g_assert_true (g_bytes_equal (bytes, again));
  g_assert_cmpstr (sf_performance_get_own (back, "LLD-K2", SF_JUDGED_STRENGTHS), ==,
                   "Own words عربي");
  for (gsize i = 0; i < 2 * length; i++)
    {
      g_autofree guint8 *bad = g_memdup2 (data, length);
      g_autoptr (GBytes) given = NULL;
      g_autoptr (SfPerformance) read = NULL;

      if (i < length)
        bad[i] ^= 0x01;
      given = g_bytes_new (bad, i < length ? length : i - length);
      read = sf_performance_unpack (given, NULL);
      for (guint k = 0; read != NULL && k < sf_performance_get_n_judged (read); k++)
        g_assert_nonnull (sf_performance_get_judged (read, k, SF_JUDGED_STATEMENT_CODE));
    }
}

/* Every byte changed, every length: an answer, never a crash; and what is accepted is sound. */
static void
test_hostile (void)
{
  SfUuid objectives[2];
  g_autoptr (SfPerformance) self = make_agreed (objectives);
  g_autoptr (GBytes) bytes = sf_performance_pack (self);
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  guint refused = 0;

  for (gsize i = 0; i < 3 * length; i++)
    {
      g_autofree guint8 *bad = g_memdup2 (data, length);
      gsize kept = i >= 2 * length ? i - 2 * length : length;
      g_autoptr (GBytes) given = NULL;
      g_autoptr (SfPerformance) read = NULL;
      g_autoptr (GError) error = NULL;

      if (i < 2 * length)
        bad[i / 2] ^= i % 2 == 0 ? 0x01 : 0xff;
      given = g_bytes_new (bad, kept);
      read = sf_performance_unpack (given, &error);
      if (read == NULL)
        {
          g_assert_true (error->domain == SF_ERROR);
          refused++;
          continue;
        }
      g_assert_cmpuint (sf_performance_get_n_objectives (read), <=, 2);
      for (guint k = 0; k < sf_performance_get_n_objectives (read); k++)
        g_assert_nonnull (sf_performance_get_of_objective (read,
                                                           sf_performance_get_objective (read, k),
                                                           SF_OBJECTIVE_TITLE));
    }
  g_assert_cmpuint (refused, >, length);
}

static void
test_newer (void)
{
  g_autoptr (SfPerformance) self = sf_performance_new ();
  g_autoptr (GBytes) bytes = sf_performance_pack (self);
  g_autoptr (GByteArray) newer = g_byte_array_new ();
  g_autoptr (GBytes) given = NULL;
  g_autoptr (GError) error = NULL;

  g_byte_array_append (newer, g_bytes_get_data (bytes, NULL), (guint)g_bytes_get_size (bytes));
  g_assert_cmpuint (newer->data[0], ==, 1);
  newer->data[0] = 3;
  given = g_bytes_new (newer->data, newer->len);
  g_assert_null (sf_performance_unpack (given, &error));
  g_assert_error (error, SF_ERROR, SF_ERROR_TOO_NEW);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/performance/texts", test_texts);
  g_test_add_func ("/model/performance/signatures", test_signatures);
  g_test_add_func ("/model/performance/carry-forward", test_carry);
  g_test_add_func ("/model/performance/told", test_told);
  g_test_add_func ("/model/performance/pack", test_pack);
  g_test_add_func ("/model/performance/judged", test_judged);
  g_test_add_func ("/model/performance/judged-pack", test_judged_pack);
  g_test_add_func ("/model/performance/hostile", test_hostile);
  g_test_add_func ("/model/performance/newer", test_newer);
  return g_test_run ();
}
