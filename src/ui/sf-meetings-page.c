/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-meetings-page.h"

#include "base/sf-date.h"
#include "model/sf-meeting-year.h"
#include "ui/sf-add-button.h"
#include "ui/sf-button.h"
#include "ui/sf-columns.h"
#include "ui/sf-meeting-asked.h"
#include "ui/sf-meeting-bar.h"
#include "ui/sf-meeting-editor.h"
#include "ui/sf-meeting-people.h"
#include "ui/sf-parts.h"
#include "ui/sf-pile.h"
#include "ui/sf-questions-view.h"
#include "ui/sf-view-switch.h"
#include "workbook/sf-workbook-meetings.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _SfMeetingsPage
{
  SfListPage parent_instance;

  GtkWidget *bar;
  GtkWidget *add;
  GtkWidget *editor;
  GtkWidget *people;
  GtkWidget *asked;
  GtkWidget *questions;
};

G_DEFINE_FINAL_TYPE (SfMeetingsPage, sf_meetings_page, SF_TYPE_LIST_PAGE)

static SfContext *
get_context (gpointer self)
{
  return sf_page_get_context (SF_PAGE (self));
}

/* --- the list -----------------------------------------------------------------------------------
 */

/* Those to come, the next first; then those that were held, the last first. */
static GPtrArray *
sf_meetings_page_list (SfListPage *page, gpointer keep, gboolean *any)
{
  SfContext *context = get_context (page);
  SfCentre *centre = sf_context_get_centre (context);
  GPtrArray *list = g_ptr_array_new ();
  g_autoptr (GPtrArray) all = NULL;

  if (centre == NULL)
    return list;
  all = sf_model_list_meetings (sf_context_get_model (context), centre);
  *any = all->len > 0;
  for (guint i = 0; i < all->len; i++)
    if (!sf_meeting_is_held (all->pdata[i]))
      g_ptr_array_add (list, all->pdata[i]);
  for (guint i = all->len; i > 0; i--)
    if (sf_meeting_is_held (all->pdata[i - 1]))
      g_ptr_array_add (list, all->pdata[i - 1]);
  return list;
}

static void
sf_meetings_page_describe (SfListPage *page, gpointer record, SfRecordText *text)
{
  SfContext *context = get_context (page);
  g_autofree char *date = sf_date_format (sf_meeting_get_meets_on (record));
  g_autofree char *areas = sf_meeting_areas_to_text (sf_context_get_model (context), record);

  text->title = g_strdup (sf_meeting_get_title (record));
  text->subtitle = g_strdup_printf ("%s\n%s", date, areas);
  if (sf_meeting_is_held (record))
    {
      text->chip = g_strdup (_ ("Held"));
      text->shape = SF_SHAPE_TICK;
      text->tone = SF_TONE_GOOD;
    }
  else if (sf_meeting_is_unsaid (record, sf_context_get_today (context)))
    {
      text->chip = g_strdup (_ ("Was it held?"));
      text->shape = SF_SHAPE_HALF_DISC;
      text->tone = SF_TONE_WARN;
    }
  else
    {
      text->chip = g_strdup (_ ("Planned"));
      text->shape = SF_SHAPE_DOTTED_RING;
    }
}

static void
sf_meetings_page_show (SfListPage *page, gpointer record)
{
  SfMeetingsPage *self = SF_MEETINGS_PAGE (page);

  sf_meeting_editor_show (SF_MEETING_EDITOR (self->editor), record);
  sf_meeting_asked_show (SF_MEETING_ASKED (self->asked), record);
  sf_meeting_people_show (SF_MEETING_PEOPLE (self->people), record);
  sf_columns_set_way (SF_COLUMNS (sf_page_get_columns (SF_PAGE (page))),
                      record != NULL ? _ ("What the committee asked, and who came") : NULL);
}

static void
sf_meetings_page_refresh (SfPage *page)
{
  SfMeetingsPage *self = SF_MEETINGS_PAGE (page);
  SfContext *context = get_context (page);

  SF_PAGE_CLASS (sf_meetings_page_parent_class)->refresh (page);
  gtk_widget_set_sensitive (self->add,
                            !sf_workbook_get_read_only (sf_context_get_workbook (context)));
  sf_meeting_bar_refresh (SF_MEETING_BAR (self->bar));
}

/* --- the questions ------------------------------------------------------------------------------
 */

static void
sf_meetings_page_show_view (SfListPage *page)
{
  sf_questions_view_refresh (SF_QUESTIONS_VIEW (SF_MEETINGS_PAGE (page)->questions));
}

static SfViewSwitch *
get_views (gpointer self)
{
  return SF_VIEW_SWITCH (sf_meeting_bar_get_views (SF_MEETING_BAR (SF_MEETINGS_PAGE (self)->bar)));
}

static void
sf_meetings_page_show_item (SfPage *page, const char *item)
{
  if (strcmp (item, "questions") != 0)
    {
      SF_PAGE_CLASS (sf_meetings_page_parent_class)->show_item (page, item);
      return;
    }
  sf_view_switch_set_other (get_views (page), TRUE);
  gtk_widget_child_focus (SF_MEETINGS_PAGE (page)->questions, GTK_DIR_TAB_FORWARD);
}

static void
sf_meetings_page_focus_first (SfPage *page)
{
  if (sf_view_switch_get_other (get_views (page)))
    gtk_widget_child_focus (SF_MEETINGS_PAGE (page)->questions, GTK_DIR_TAB_FORWARD);
  else
    SF_PAGE_CLASS (sf_meetings_page_parent_class)->focus_first (page);
}

/* --- adding -------------------------------------------------------------------------------------
 */

static gboolean
add_meeting (const char *title, gpointer data)
{
  SfContext *context = get_context (data);
  SfCentre *centre = sf_context_get_centre (context);
  GError *error = NULL;
  SfUuid uuid;
  gboolean ok = centre != NULL
                && sf_workbook_add_meeting (sf_context_get_workbook (context), centre, title,
                                            sf_context_get_today (context), &uuid, &error);

  if (!sf_context_check (context, ok, error))
    return FALSE;
  sf_list_page_wait_for (SF_LIST_PAGE (data), &uuid);
  return TRUE;
}

static void
on_propose_cb (SfMeetingsPage *self)
{
  sf_meetings_propose (get_context (self));
}

static GtkWidget *
create_empty (SfMeetingsPage *self)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *propose = sf_button_new (_ ("_Propose the year’s meetings"));
  GtkWidget *add = sf_add_button_new (_ ("Add the _first meeting"), NULL,
                                      _ ("What is the meeting called?"), add_meeting, self);

  g_signal_connect_swapped (propose, "clicked", G_CALLBACK (on_propose_cb), self);
  gtk_widget_set_halign (buttons, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (buttons), add);
  gtk_box_append (GTK_BOX (buttons), propose);
  return sf_part_empty ("x-office-calendar-symbolic", _ ("No meetings yet"),
                        _ ("When the committee meets, which key area it looks at in which meeting, "
                           "what it asked and what changed because of it. The next report tells "
                           "it."),
                        buttons);
}

static GtkWidget *
create_pile (GtkWidget *first, GtkWidget *second)
{
  GtkWidget *pile = sf_pile_new (12);

  gtk_box_append (GTK_BOX (pile), first);
  gtk_box_append (GTK_BOX (pile), second);
  return pile;
}

static void
sf_meetings_page_constructed (GObject *object)
{
  SfMeetingsPage *self = SF_MEETINGS_PAGE (object);
  SfContext *context = get_context (self);

  G_OBJECT_CLASS (sf_meetings_page_parent_class)->constructed (object);
  sf_page_set_title (SF_PAGE (self), _ ("Meetings"));
  self->add = sf_add_button_new (_ ("_New meeting"), "list-add-symbolic",
                                 _ ("What is the meeting called?"), add_meeting, self);
  self->editor = sf_meeting_editor_new (context);
  self->asked = sf_meeting_asked_new (context);
  self->people = sf_meeting_people_new (context);
  sf_list_page_build (SF_LIST_PAGE (self), _ ("Meetings of the committee"), self->add, self->editor,
                      create_pile (self->asked, self->people), create_empty (self));
  self->bar = sf_meeting_bar_new (context);
  self->questions = sf_questions_view_new (context);
  sf_list_page_add_view (SF_LIST_PAGE (self), self->bar,
                         sf_meeting_bar_get_views (SF_MEETING_BAR (self->bar)),
                         sf_part_scrolled (self->questions, 760));
}

static void
sf_meetings_page_class_init (SfMeetingsPageClass *klass)
{
  SfListPageClass *list_class = SF_LIST_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = sf_meetings_page_constructed;
  SF_PAGE_CLASS (klass)->refresh = sf_meetings_page_refresh;
  SF_PAGE_CLASS (klass)->show_item = sf_meetings_page_show_item;
  SF_PAGE_CLASS (klass)->focus_first = sf_meetings_page_focus_first;
  list_class->list = sf_meetings_page_list;
  list_class->describe = sf_meetings_page_describe;
  list_class->show = sf_meetings_page_show;
  list_class->show_view = sf_meetings_page_show_view;
}

static void
sf_meetings_page_init (SfMeetingsPage *self)
{
}
