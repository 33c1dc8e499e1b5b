/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-centre-page.h"

#include "ui/sf-add-button.h"
#include "ui/sf-button.h"
#include "ui/sf-columns.h"
#include "ui/sf-field-set.h"
#include "ui/sf-new-evaluation.h"
#include "ui/sf-parts.h"
#include "workbook/sf-workbook-edit.h"

#include <glib/gi18n-lib.h>

static const SfFieldItem items[] = {
  { SF_FIELD_LINE, SF_CENTRE_NAME, N_ ("_Name") },
  { SF_FIELD_LINE, SF_CENTRE_HEAD_NAME, N_ ("_Head of centre") },
  { SF_FIELD_LINE, SF_CENTRE_COMMITTEE_NAME, N_ ("_Governing body or committee"), TRUE,
    N_ ("What it is called") },
  { SF_FIELD_LINE, SF_CENTRE_LOCAL_AUTHORITY, N_ ("_Local authority") },
  { SF_FIELD_LINE, SF_CENTRE_REFERENCE, N_ ("_Reference number"), TRUE },
  { SF_FIELD_LINE, SF_CENTRE_RETURN_KEY, N_ ("Authority’s _key for returns"), TRUE,
    N_ ("The line that begins with sixfold-return-, which the authority sends") },
  { SF_FIELD_PROSE, SF_CENTRE_AREA_SERVED, N_ ("The _area it serves"), FALSE,
    N_ ("Which streets or wards, and who lives there") },
  { SF_FIELD_NUMBER, SF_CENTRE_FAMILIES_IN_REACH,
    N_ ("_Families with a child under five in the area") },
  { SF_FIELD_PROSE, SF_CENTRE_SERVICES, N_ ("What it _offers"), FALSE,
    N_ ("Early learning, health, family support, work and training") },
  { SF_FIELD_PROSE, SF_CENTRE_ADDRESS, N_ ("Addr_ess") },
  { SF_FIELD_LINE, SF_CENTRE_TELEPHONE, N_ ("_Telephone") },
  { SF_FIELD_LINE, SF_CENTRE_EMAIL, N_ ("E-_mail"), TRUE },
  { SF_FIELD_LINE, SF_CENTRE_WEBSITE, N_ ("_Website") },
};

struct _SfCentrePage
{
  SfListPage parent_instance;

  GtkWidget *fields;
  GtkWidget *work_on;
  GtkWidget *retire;
  GtkWidget *add;
};

G_DEFINE_FINAL_TYPE (SfCentrePage, sf_centre_page, SF_TYPE_LIST_PAGE)

static SfContext *
get_context (gpointer self)
{
  return sf_page_get_context (SF_PAGE (self));
}

static GPtrArray *
sf_centre_page_list (SfListPage *page, gpointer keep, gboolean *any)
{
  GListModel *centres
      = sf_model_get_list (sf_context_get_model (get_context (page)), SF_TYPE_CENTRE);
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (centres); i++)
    {
      g_autoptr (SfRecord) centre = g_list_model_get_item (centres, i);

      if (sf_record_is_null (centre, SF_CENTRE_RETIRED_AT))
        g_ptr_array_add (list, centre);
    }
  *any = list->len > 0;
  return list;
}

static void
sf_centre_page_describe (SfListPage *page, gpointer record, SfRecordText *text)
{
  text->title = g_strdup (sf_centre_get_name (record));
  text->subtitle = g_strdup (sf_centre_get_head_name (record));
  if (record == sf_context_get_centre (get_context (page)))
    {
      text->chip = g_strdup (_ ("Shown now"));
      text->shape = SF_SHAPE_NONE;
      text->tone = SF_TONE_NONE;
    }
}

static void
sf_centre_page_show (SfListPage *page, gpointer record)
{
  SfCentrePage *self = SF_CENTRE_PAGE (page);
  SfContext *context = get_context (page);
  gboolean current = record == sf_context_get_centre (context);
  gboolean read_only = sf_workbook_get_read_only (sf_context_get_workbook (context));

  sf_field_set_show (SF_FIELD_SET (self->fields), record);
  gtk_widget_set_visible (self->work_on, record != NULL && !current);
  gtk_widget_set_visible (self->retire, record != NULL && !current);
  gtk_widget_set_sensitive (self->retire, !read_only);
  gtk_widget_set_sensitive (self->add, !read_only);
}

/* Starts with the centre that is looked at. */
static void
sf_centre_page_refresh (SfPage *page)
{
  SfListPage *list = SF_LIST_PAGE (page);
  SfCentre *current = sf_context_get_centre (get_context (page));
  gboolean first = sf_list_page_get_shown (list) == NULL;

  SF_PAGE_CLASS (sf_centre_page_parent_class)->refresh (page);
  if (first && current != NULL)
    sf_list_page_select (list, current);
  sf_list_page_set_list_visible (list, sf_list_page_get_n_listed (list) > 1);
}

static gboolean
add_centre (const char *name, gpointer data)
{
  SfContext *context = get_context (data);
  GError *error = NULL;
  SfUuid uuid;
  gboolean ok = sf_workbook_add_centre (sf_context_get_workbook (context), name, &uuid, &error);

  if (!sf_context_check (context, ok, error))
    return FALSE;
  sf_list_page_wait_for (SF_LIST_PAGE (data), &uuid);
  return TRUE;
}

static void
on_work_on_cb (SfCentrePage *self)
{
  SfContext *context = get_context (self);
  SfCentre *centre = sf_list_page_get_shown (SF_LIST_PAGE (self));
  SfEvaluation *latest = sf_model_get_latest_evaluation (sf_context_get_model (context), centre);

  if (latest == NULL)
    {
      sf_new_evaluation_present (GTK_WIDGET (self), context, centre);
      return;
    }
  sf_context_set_evaluation (context, latest);
  sf_context_go (context, "overview", NULL);
}

static void
on_retire_cb (SfCentrePage *self)
{
  SfContext *context = get_context (self);
  GError *error = NULL;
  gboolean ok = sf_workbook_retire (sf_context_get_workbook (context),
                                    sf_list_page_get_shown (SF_LIST_PAGE (self)), &error);

  if (sf_context_check (context, ok, error))
    sf_context_say (context, _ ("The centre was taken off the list."), TRUE);
}

static GtkWidget *
create_form (SfCentrePage *self)
{
  GtkWidget *card = sf_part_card (_ ("Profile"), NULL);
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *clamp = adw_clamp_new ();

  self->fields = sf_field_set_new (get_context (self), items, G_N_ELEMENTS (items));
  self->work_on = sf_button_new (_ ("Work on this _centre"));
  gtk_widget_add_css_class (self->work_on, "suggested-action");
  g_signal_connect_swapped (self->work_on, "clicked", G_CALLBACK (on_work_on_cb), self);
  self->retire = sf_button_new (_ ("Ta_ke off the list"));
  gtk_widget_add_css_class (self->retire, "flat");
  g_signal_connect_swapped (self->retire, "clicked", G_CALLBACK (on_retire_cb), self);
  self->add = sf_add_button_new (_ ("A_dd another centre"), "list-add-symbolic",
                                 _ ("What is the other centre called?"), add_centre, self);
  gtk_widget_set_tooltip_text (self->add, _ ("Where one head leads several centres"));
  gtk_box_append (GTK_BOX (buttons), self->work_on);
  gtk_box_append (GTK_BOX (buttons), self->retire);
  gtk_box_append (GTK_BOX (buttons), self->add);
  gtk_widget_add_css_class (body, "sf-card-form");
  gtk_box_append (GTK_BOX (body), sf_part_label (_ ("This goes on the first page of the report."),
                                                 "sf-row-subtitle"));
  gtk_box_append (GTK_BOX (body), self->fields);
  gtk_box_append (GTK_BOX (body), buttons);
  gtk_box_append (GTK_BOX (card), body);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 820);
  adw_clamp_set_child (ADW_CLAMP (clamp), card);
  return clamp;
}

static GtkWidget *
create_empty (SfCentrePage *self)
{
  GtkWidget *add = sf_add_button_new (_ ("Add the _first centre"), NULL,
                                      _ ("What is the centre called?"), add_centre, self);

  return sf_part_empty ("user-home-symbolic", _ ("No centre yet"),
                        _ ("Give the centre’s name to begin. The rest of its profile can wait."),
                        add);
}

static void
sf_centre_page_constructed (GObject *object)
{
  SfCentrePage *self = SF_CENTRE_PAGE (object);
  GtkWidget *form;

  G_OBJECT_CLASS (sf_centre_page_parent_class)->constructed (object);
  sf_page_set_title (SF_PAGE (self), _ ("Centre"));
  form = create_form (self);
  sf_list_page_build (SF_LIST_PAGE (self), _ ("Centres"), NULL, form, NULL, create_empty (self));
  sf_list_page_set_list_visible (SF_LIST_PAGE (self), FALSE);
}

static void
sf_centre_page_class_init (SfCentrePageClass *klass)
{
  SfListPageClass *list_class = SF_LIST_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = sf_centre_page_constructed;
  SF_PAGE_CLASS (klass)->refresh = sf_centre_page_refresh;
  list_class->list = sf_centre_page_list;
  list_class->describe = sf_centre_page_describe;
  list_class->show = sf_centre_page_show;
}

static void
sf_centre_page_init (SfCentrePage *self)
{
}
