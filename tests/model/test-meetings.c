/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "test-helpers.h"

#include "base/sf-date.h"
#include "model/sf-agenda.h"
#include "model/sf-meeting-year.h"

/* Which key area is looked at in which meeting of the year, and what is proposed for the rest. */

static SfMeeting *
meet (Fixture *f, const char *on, const char *state)
{
  return make (f->model, SF_TYPE_MEETING, "centre", f->centre, "title", "Committee", "meets_on", on,
               "state", state, NULL);
}

static void
look_at (Fixture *f, SfMeeting *meeting, const char *area_code)
{
  make (f->model, SF_TYPE_MEETING_AREA, "meeting", meeting, "area_code", area_code, NULL);
}

static void
test_cover (Fixture *f, gconstpointer data)
{
  static const struct
  {
    const char *on, *state;
    gboolean retired;
    SfAreaCover cover;
  } cases[] = {
    { "2026-04-01", "held", FALSE, SF_AREA_LOOKED_AT },
    { "2027-03-31", "planned", FALSE, SF_AREA_PLANNED },
    { "2026-03-31", "held", FALSE, SF_AREA_ON_NO_MEETING },
    { "2027-04-01", "planned", FALSE, SF_AREA_ON_NO_MEETING },
    { "2026-05-01", "held", TRUE, SF_AREA_ON_NO_MEETING },
    /* Whether it was held nobody has said. */
    { "2026-05-01", "planned", FALSE, SF_AREA_PLANNED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SfMeeting *meeting = meet (f, cases[i].on, cases[i].state);

      g_test_message ("case %u", i);
      look_at (f, meeting, "LLD");
      if (cases[i].retired)
        change (f->model, meeting, "retired_at", 1);
      g_assert_cmpint (sf_meeting_year_get_cover (f->model, f->evaluation, "LLD"), ==,
                       cases[i].cover);
      g_assert_cmpint (sf_meeting_year_get_cover (f->model, f->evaluation, "SFC"), ==,
                       SF_AREA_ON_NO_MEETING);
      change (f->model, meeting, "retired_at", 1);
    }
}

static void
test_year (Fixture *f, gconstpointer data)
{
  SfMeeting *late = meet (f, "2027-05-10", "planned"), *early = meet (f, "2025-05-12", "held");
  SfMeeting *now = meet (f, "2026-05-01", "planned");
  g_autoptr (GPtrArray) before = sf_meeting_year_list (f->model, f->evaluation);
  g_autoptr (GPtrArray) after = NULL;

  /* The meeting that receives the report belongs to its year. */
  g_assert_cmpuint (before->len, ==, 1);
  change (f->model, f->evaluation, "meeting_on", "2027-05-10");
  after = sf_meeting_year_list (f->model, f->evaluation);
  g_assert_cmpuint (after->len, ==, 2);
  g_assert_true (after->pdata[0] == now && after->pdata[1] == late);
  g_assert_true (sf_meeting_find_evaluation (f->model, early) == f->last);
  g_assert_true (sf_meeting_find_evaluation (f->model, now) == f->evaluation);
  change (f->model, now, "presented", f->last);
  g_assert_true (sf_meeting_find_evaluation (f->model, now) == f->last);
  g_assert_true (sf_meeting_is_unsaid (now, TODAY));
  g_assert_false (sf_meeting_is_unsaid (late, TODAY));
  g_assert_false (sf_meeting_is_unsaid (early, TODAY));
  look_at (f, now, "SFC");
  look_at (f, now, "LLD");
  assert_text (sf_meeting_areas_to_text (f->model, now),
               "Leading Learning and Development and Stronger Families, Stronger Communities");
  assert_text (sf_meeting_areas_to_text (f->model, late), "No key area yet");
  change (f->model, now, "begins_at", "7 pm");
  change (f->model, now, "place", "the hall");
  assert_text (sf_meeting_when_to_text (now), "1 May 2026, 7 pm, the hall");
}

static void
test_attendance (Fixture *f, gconstpointer data)
{
  SfMeeting *meeting = meet (f, "2026-05-01", "held");
  static const char *const presences[] = { "present", "apologies", "present" };
  static const char *const texts[]
      = { "1 present", "1 present, 1 apology", "2 present, 1 apology" };

  assert_text (sf_meeting_attendance_to_text (f->model, meeting), "");
  for (guint i = 0; i < G_N_ELEMENTS (presences); i++)
    {
      make (f->model, SF_TYPE_ATTENDANCE, "meeting", meeting, "office", "Governor", "presence",
            presences[i], "position", (int)i, NULL);
      assert_text (sf_meeting_attendance_to_text (f->model, meeting), texts[i]);
    }
}

/* What is to come, and what nobody has said was held, is among what is due. */
static void
test_due (Fixture *f, gconstpointer data)
{
  static const struct
  {
    const char *on, *state, *detail;
  } cases[] = {
    { "2026-05-20", "planned", "No key area yet" },
    { "2026-05-10", "planned", "Was it held?" },
    { "2026-05-10", "held", NULL },
    { "2027-03-20", "planned", NULL },
    /* It receives the report, and is told as that. */
    { "2026-05-25", "planned", NULL },
  };

  change (f->model, f->evaluation, "meeting_on", "2026-05-25");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SfMeeting *meeting = meet (f, cases[i].on, cases[i].state);
      g_autoptr (GPtrArray) items = sf_agenda_list_due (f->model, f->evaluation, TODAY, 30);
      SfAgendaItem *found = NULL;

      for (guint k = 0; k < items->len; k++)
        if (((SfAgendaItem *)items->pdata[k])->record == SF_RECORD (meeting))
          found = items->pdata[k];
      g_test_message ("case %u", i);
      g_assert_cmpint (found != NULL, ==, cases[i].detail != NULL);
      if (found != NULL)
        {
          g_assert_cmpstr (found->page, ==, SF_PAGE_MEETINGS);
          g_assert_true (g_str_has_prefix (found->detail, cases[i].detail));
        }
      change (f->model, meeting, "retired_at", 1);
    }
}

/* --- proposals -------------------------------------------------------------------------------- */

/* (transfer full): "2026-06-15 LLD SFC; …", with a star for a meeting that is planned already */
static char *
spell (Fixture *f, const char *today)
{
  g_autoptr (GPtrArray) proposals = sf_meeting_year_propose (f->model, f->evaluation, today);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < proposals->len; i++)
    {
      SfMeetingProposal *proposal = proposals->pdata[i];

      g_string_append_printf (text, "%s%s%s", i > 0 ? "; " : "", proposal->meets_on,
                              proposal->meeting != NULL ? "*" : "");
      for (guint k = 0; k < proposal->areas->len; k++)
        g_string_append_printf (text, " %s", sf_key_area_get_code (proposal->areas->pdata[k]));
    }
  return g_string_free (text, FALSE);
}

static void
test_propose (Fixture *f, gconstpointer data)
{
  SfMeeting *planned, *full;
  g_autoptr (GPtrArray) proposals = NULL;

  /* Mondays without another habit, spread over what is left of the year. */
  assert_text (spell (f, TODAY), "2026-07-20 LLD SFC; 2026-10-26 BAR SPF; 2027-02-08 MTO BST");
  proposals = sf_meeting_year_propose (f->model, f->evaluation, TODAY);
  g_assert_cmpstr (((SfMeetingProposal *)proposals->pdata[1])->title, ==,
                   "Committee, autumn term 2026");
  /* What is planned takes areas first; one that is past takes none. */
  meet (f, "2026-05-13", "planned");
  planned = meet (f, "2026-09-17", "planned");
  full = meet (f, "2027-01-14", "planned");
  look_at (f, full, "BST");
  look_at (f, full, "MTO");
  assert_text (spell (f, TODAY), "2026-09-17* LLD SFC; 2026-10-29 BAR SPF");
  look_at (f, planned, "BAR");
  look_at (f, planned, "SPF");
  assert_text (spell (f, TODAY), "2026-10-29 LLD SFC");
  look_at (f, planned, "LLD");
  look_at (f, planned, "SFC");
  assert_text (spell (f, TODAY), "");
}

static void
test_late (Fixture *f, gconstpointer data)
{
  /* With few days left a meeting has more areas, and with none there is none. */
  assert_text (spell (f, "2027-03-08"), "2027-03-22 LLD SFC BAR; 2027-03-29 SPF MTO BST");
  assert_text (spell (f, "2027-03-20"), "");
  assert_text (spell (f, "2028-01-01"), "");
}

/* Whatever is planned: every area is looked at, on days on which people come. */
static void
test_random (Fixture *f, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (9);
  GPtrArray *areas = sf_framework_get_areas (f->framework);

  for (guint round = 0; round < 60; round++)
    {
      guint n = (guint)g_rand_int_range (rand, 0, 5), n_areas = 0;
      g_autofree char *today = sf_date_add_days ("2026-03-01", g_rand_int_range (rand, 0, 330));
      g_autoptr (GPtrArray) made = g_ptr_array_new (), proposals = NULL, missing = NULL;

      for (guint i = 0; i < n; i++)
        {
          g_autofree char *on = sf_date_add_days ("2026-04-01", g_rand_int_range (rand, 0, 364));
          SfMeeting *meeting = meet (f, on, strcmp (on, today) < 0 ? "held" : "planned");

          g_ptr_array_add (made, meeting);
          if (g_rand_boolean (rand))
            look_at (f, meeting,
                     sf_key_area_get_code (areas->pdata[g_rand_int_range (rand, 0, 6)]));
        }
      missing = sf_meeting_year_list_missing (f->model, f->evaluation);
      proposals = sf_meeting_year_propose (f->model, f->evaluation, today);
      for (guint i = 0; i < proposals->len; i++)
        {
          SfMeetingProposal *one = proposals->pdata[i];

          n_areas += one->areas->len;
          g_assert_cmpuint (one->areas->len, >, 0);
          g_assert_cmpstr (one->meets_on, >=, today);
          g_assert_cmpstr (one->meets_on, <=, "2027-03-31");
          for (guint k = 0; k < one->areas->len; k++)
            g_assert_true (g_ptr_array_find (missing, one->areas->pdata[k], NULL));
          g_assert_true (one->meeting != NULL || strncmp (one->meets_on + 5, "08", 2) != 0);
        }
      if (strcmp (today, "2026-12-01") < 0)
        g_assert_cmpuint (n_areas, ==, missing->len);
      for (guint i = 0; i < made->len; i++)
        change (f->model, made->pdata[i], "retired_at", 1);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/meetings/cover", Fixture, NULL, set_up, test_cover, tear_down);
  g_test_add ("/meetings/year", Fixture, NULL, set_up, test_year, tear_down);
  g_test_add ("/meetings/attendance", Fixture, NULL, set_up, test_attendance, tear_down);
  g_test_add ("/meetings/due", Fixture, NULL, set_up, test_due, tear_down);
  g_test_add ("/meetings/propose", Fixture, NULL, set_up, test_propose, tear_down);
  g_test_add ("/meetings/late", Fixture, NULL, set_up, test_late, tear_down);
  g_test_add ("/meetings/random", Fixture, NULL, set_up, test_random, tear_down);
  return g_test_run ();
}
