/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-meeting-people.h"

#include "model/sf-meeting-year.h"
#include "ui/sf-add-button.h"
#include "ui/sf-open-rows.h"
#include "ui/sf-string.h"
#include "workbook/sf-workbook-meetings.h"

#include <glib/gi18n-lib.h>

static const SfFieldItem items[] = {
  { SF_FIELD_LINE, SF_ATTENDANCE_OFFICE, N_ ("O_ffice"), FALSE,
    N_ ("Parent governor, clerk, head") },
  { SF_FIELD_LINE, SF_ATTENDANCE_NAME, N_ ("_Name"), FALSE, N_ ("Only if it is wanted") },
  { SF_FIELD_WORD, SF_ATTENDANCE_PRESENCE, N_ ("Presen_t or not"), FALSE, NULL, NULL,
    SF_VOCABULARY_PRESENCE },
};

struct _SfMeetingPeople
{
  GtkBox parent_instance;

  SfContext *context;
  SfMeeting *meeting;
  GtkWidget *rows;
  char *offered; /* the offices that may be chosen */
};

G_DEFINE_FINAL_TYPE (SfMeetingPeople, sf_meeting_people, GTK_TYPE_BOX)

static void
describe (gpointer record, char **title, char **subtitle, gpointer data)
{
  const char *name = sf_attendance_get_name (record);
  const char *presence
      = sf_vocabulary_get_label (SF_VOCABULARY_PRESENCE, sf_attendance_get_presence (record));

  *title = g_strdup (sf_attendance_get_office (record));
  *subtitle = name != NULL ? g_strdup_printf ("%s · %s", presence, name) : g_strdup (presence);
}

static gboolean
add (const char *text, SfUuid *uuid, gpointer data, GError **error)
{
  SfMeetingPeople *self = data;

  return sf_workbook_add_attendance (sf_context_get_workbook (self->context), self->meeting, text,
                                     NULL, "present", uuid, error);
}

static gboolean
take_away (gpointer record, gpointer data, GError **error)
{
  SfMeetingPeople *self = data;

  return sf_workbook_remove_attendance (sf_context_get_workbook (self->context), record, error);
}

static const SfOpenRowsKind kind = {
  .heading = N_ ("Who came"),
  .nothing = N_ ("Nobody is noted yet. An office is enough; a name is not needed."),
  .add_label = N_ ("Add some_body"),
  .add_question = N_ ("What are they there as?"),
  .remove_name = N_ ("Take off the list: %s"),
  .removed = N_ ("Taken off the list of who came."),
  .items = items,
  .n_items = G_N_ELEMENTS (items),
  .first_column = SF_ATTENDANCE_NAME,
  .describe = describe,
  .add = add,
  .remove = take_away,
};

/* --- offices of other meetings, to choose from -------------------------------------------------
 */

static gboolean
add_office (const char *office, gpointer data)
{
  return sf_open_rows_add (data, office);
}

static void
offer (SfMeetingPeople *self)
{
  GListModel *all = sf_model_get_list (sf_context_get_model (self->context), SF_TYPE_ATTENDANCE);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) choices = g_array_new (FALSE, FALSE, sizeof (SfAddChoice));
  g_autoptr (GString) state = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (all) && choices->len < 12; i++)
    {
      g_autoptr (SfAttendance) one = g_list_model_get_item (all, i);
      const SfAddChoice choice
          = { sf_attendance_get_office (one), sf_attendance_get_office (one), NULL };

      if (!g_hash_table_add (seen, (gpointer)choice.id))
        continue;
      g_array_append_val (choices, choice);
      g_string_append_printf (state, "%s\n", choice.id);
    }
  if (sf_string_set (&self->offered, state->str))
    sf_add_button_set_choices (sf_open_rows_get_add (SF_OPEN_ROWS (self->rows)),
                               _ ("As at other meetings"), (SfAddChoice *)choices->data,
                               choices->len, add_office);
}

void
sf_meeting_people_show (SfMeetingPeople *self, SfMeeting *meeting)
{
  g_autoptr (GPtrArray) list = NULL;

  g_return_if_fail (SF_IS_MEETING_PEOPLE (self));

  g_set_object (&self->meeting, meeting);
  list = meeting != NULL
             ? sf_meeting_list_attendance (sf_context_get_model (self->context), meeting)
             : g_ptr_array_new ();
  sf_open_rows_show (SF_OPEN_ROWS (self->rows), meeting, list);
  offer (self);
}

static void
sf_meeting_people_dispose (GObject *object)
{
  SfMeetingPeople *self = SF_MEETING_PEOPLE (object);

  g_clear_object (&self->meeting);
  g_clear_object (&self->context);
  g_clear_pointer (&self->offered, g_free);
  G_OBJECT_CLASS (sf_meeting_people_parent_class)->dispose (object);
}

static void
sf_meeting_people_class_init (SfMeetingPeopleClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sf_meeting_people_dispose;
}

static void
sf_meeting_people_init (SfMeetingPeople *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
}

GtkWidget *
sf_meeting_people_new (SfContext *context)
{
  SfMeetingPeople *self;

  g_return_val_if_fail (SF_IS_CONTEXT (context), NULL);

  self = g_object_new (SF_TYPE_MEETING_PEOPLE, NULL);
  self->context = g_object_ref (context);
  self->rows = sf_open_rows_new (context, &kind, self);
  gtk_box_append (GTK_BOX (self), self->rows);
  return GTK_WIDGET (self);
}
