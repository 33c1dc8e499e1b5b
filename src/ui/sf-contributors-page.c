/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-contributors-page.h"

#include "ui/sf-add-button.h"
#include "ui/sf-button.h"
#include "ui/sf-field-set.h"
#include "ui/sf-parts.h"
#include "workbook/sf-workbook-edit.h"

#include <glib/gi18n-lib.h>

static const SfFieldItem items[] = {
  { SF_FIELD_LINE, SF_CONTRIBUTOR_NAME, N_ ("_Name"), FALSE, N_ ("A person or a group") },
  { SF_FIELD_WORD, SF_CONTRIBUTOR_KIND, N_ ("_Part"), FALSE, NULL, NULL,
    SF_VOCABULARY_CONTRIBUTOR_KIND },
  { SF_FIELD_LINE, SF_CONTRIBUTOR_ROLE, N_ ("_Role"), TRUE, N_ ("Deputy head, health visitor") },
};

struct _SfContributorsPage
{
  SfListPage parent_instance;

  GtkWidget *add;
  GtkWidget *fields;
  GtkWidget *explanation;
  GtkWidget *writing;
  GtkWidget *write;
  GtkWidget *retire;
};

G_DEFINE_FINAL_TYPE (SfContributorsPage, sf_contributors_page, SF_TYPE_LIST_PAGE)

static SfContext *
get_context (gpointer self)
{
  return sf_page_get_context (SF_PAGE (self));
}

static SfWorkbook *
get_workbook (gpointer self)
{
  return sf_context_get_workbook (get_context (self));
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (sf_contributor_get_name (*(SfContributor **)a),
                         sf_contributor_get_name (*(SfContributor **)b));
}

static GPtrArray *
sf_contributors_page_list (SfListPage *page, gpointer keep, gboolean *any)
{
  GListModel *all
      = sf_model_get_list (sf_context_get_model (get_context (page)), SF_TYPE_CONTRIBUTOR);
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (SfRecord) contributor = g_list_model_get_item (all, i);

      if (sf_record_is_null (contributor, SF_CONTRIBUTOR_RETIRED_AT))
        g_ptr_array_add (list, contributor);
    }
  g_ptr_array_sort (list, compare_names);
  *any = list->len > 0;
  return list;
}

static void
sf_contributors_page_describe (SfListPage *page, gpointer record, SfRecordText *text)
{
  const char *role = sf_contributor_get_role (record);
  const char *kind
      = sf_vocabulary_get_label (SF_VOCABULARY_CONTRIBUTOR_KIND, sf_contributor_get_kind (record));

  text->title = g_strdup (sf_contributor_get_name (record));
  text->subtitle = role != NULL ? g_strdup_printf ("%s · %s", kind, role) : g_strdup (kind);
  if (record == sf_workbook_get_writer (get_workbook (page)))
    {
      text->chip = g_strdup (_ ("Writing now"));
      text->shape = SF_SHAPE_DISC;
      text->tone = SF_TONE_GOOD;
    }
}

static void
update_writing (SfContributorsPage *self, SfContributor *shown)
{
  SfContributor *writer = sf_workbook_get_writer (get_workbook (self));
  g_autofree char *text = NULL, *label = NULL;

  if (writer != NULL)
    text = g_strdup_printf (_ ("%s is writing. What is entered is put down under this name in the "
                               "history; on the pages of the key areas it is this view that is "
                               "filled in."),
                            sf_contributor_get_name (writer));
  else
    text = g_strdup (_ ("The head is writing, for the centre. Let somebody else write, and what "
                        "they enter is put down under their name."));
  if (shown != NULL && shown == writer)
    label = g_strdup (_ ("Write for the centre again"));
  else
    label
        = g_strdup_printf (_ ("Write as %s"), shown != NULL ? sf_contributor_get_name (shown) : "");
  sf_part_set_text (self->writing, text);
  gtk_button_set_label (GTK_BUTTON (self->write), label);
}

static void
sf_contributors_page_show (SfListPage *page, gpointer record)
{
  SfContributorsPage *self = SF_CONTRIBUTORS_PAGE (page);
  gboolean read_only = sf_workbook_get_read_only (get_workbook (page));
  int kind = record != NULL ? sf_vocabulary_find (SF_VOCABULARY_CONTRIBUTOR_KIND,
                                                  sf_contributor_get_kind (record))
                            : -1;

  sf_field_set_show (SF_FIELD_SET (self->fields), record);
  sf_part_set_text (self->explanation,
                    kind >= 0 ? sf_vocabulary_get_nth_explanation (SF_VOCABULARY_CONTRIBUTOR_KIND,
                                                                   (guint)kind)
                              : "");
  update_writing (self, record);
  gtk_widget_set_sensitive (self->write, !read_only);
  gtk_widget_set_sensitive (self->retire, !read_only);
  gtk_widget_set_sensitive (self->add, !read_only);
}

static gboolean
add_contributor (const char *name, gpointer data)
{
  SfContext *context = get_context (data);
  GError *error = NULL;
  SfUuid uuid;
  gboolean ok
      = sf_workbook_add_contributor (get_workbook (data), name, NULL, "staff", &uuid, &error);

  if (!sf_context_check (context, ok, error))
    return FALSE;
  sf_list_page_wait_for (SF_LIST_PAGE (data), &uuid);
  return TRUE;
}

static void
on_write_cb (SfContributorsPage *self)
{
  SfContributor *shown = sf_list_page_get_shown (SF_LIST_PAGE (self));
  SfWorkbook *workbook = get_workbook (self);
  g_autofree char *text = NULL;

  if (shown == NULL)
    return;
  if (shown == sf_workbook_get_writer (workbook))
    {
      sf_workbook_set_writer (workbook, NULL);
      text = g_strdup (_ ("The head is writing, for the centre."));
    }
  else
    {
      sf_workbook_set_writer (workbook, shown);
      text = g_strdup_printf (_ ("%s is writing."), sf_contributor_get_name (shown));
    }
  sf_context_say (get_context (self), text, FALSE);
  sf_page_queue_refresh (SF_PAGE (self));
}

static void
on_retire_cb (SfContributorsPage *self)
{
  SfContributor *shown = sf_list_page_get_shown (SF_LIST_PAGE (self));
  SfWorkbook *workbook = get_workbook (self);
  GError *error = NULL;
  gboolean ok;

  if (shown == sf_workbook_get_writer (workbook))
    sf_workbook_set_writer (workbook, NULL);
  ok = sf_workbook_retire (workbook, shown, &error);
  if (sf_context_check (get_context (self), ok, error))
    sf_context_say (get_context (self),
                    _ ("The contributor was taken off the list. What they wrote is kept."), TRUE);
}

static GtkWidget *
create_form (SfContributorsPage *self)
{
  GtkWidget *form = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *card = sf_part_card (NULL, NULL);
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *writing = sf_part_card (_ ("Who is writing"), NULL);
  GtkWidget *writing_body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_widget_add_css_class (body, "sf-card-form");
  gtk_widget_add_css_class (writing_body, "sf-card-form");
  self->fields = sf_field_set_new (get_context (self), items, G_N_ELEMENTS (items));
  self->explanation = sf_part_label (NULL, "sf-row-subtitle");
  self->retire = sf_button_new (_ ("Ta_ke off the list"));
  gtk_widget_add_css_class (self->retire, "flat");
  gtk_widget_set_halign (self->retire, GTK_ALIGN_START);
  g_signal_connect_swapped (self->retire, "clicked", G_CALLBACK (on_retire_cb), self);
  gtk_box_append (GTK_BOX (body), self->fields);
  gtk_box_append (GTK_BOX (body), self->explanation);
  gtk_box_append (GTK_BOX (body), self->retire);
  gtk_box_append (GTK_BOX (card), body);
  self->writing = sf_part_label (NULL, NULL);
  self->write = gtk_button_new ();
  gtk_widget_set_halign (self->write, GTK_ALIGN_START);
  g_signal_connect_swapped (self->write, "clicked", G_CALLBACK (on_write_cb), self);
  gtk_box_append (GTK_BOX (writing_body), self->writing);
  gtk_box_append (GTK_BOX (writing_body), self->write);
  gtk_box_append (GTK_BOX (writing), writing_body);
  gtk_box_append (GTK_BOX (form), card);
  gtk_box_append (GTK_BOX (form), writing);
  return form;
}

static GtkWidget *
create_empty (SfContributorsPage *self)
{
  GtkWidget *add
      = sf_add_button_new (_ ("Add the _first contributor"), NULL,
                           _ ("What is the person or group called?"), add_contributor, self);

  return sf_part_empty ("system-users-symbolic", _ ("Only you so far"),
                        _ ("Colleagues, partners, the parents’ forum and the committee can give "
                           "their own view of a statement. It stands beside the agreed judgement "
                           "and never changes it."),
                        add);
}

static void
sf_contributors_page_constructed (GObject *object)
{
  SfContributorsPage *self = SF_CONTRIBUTORS_PAGE (object);
  GtkWidget *form;

  G_OBJECT_CLASS (sf_contributors_page_parent_class)->constructed (object);
  sf_page_set_title (SF_PAGE (self), _ ("Contributors"));
  self->add = sf_add_button_new (_ ("A_dd a contributor"), "list-add-symbolic",
                                 _ ("What is the person or group called?"), add_contributor, self);
  form = create_form (self);
  sf_list_page_build (SF_LIST_PAGE (self), _ ("Contributors"), self->add, form, NULL,
                      create_empty (self));
  g_signal_connect_object (get_workbook (self), "notify::writer",
                           G_CALLBACK (sf_page_queue_refresh), self, G_CONNECT_SWAPPED);
}

static void
sf_contributors_page_class_init (SfContributorsPageClass *klass)
{
  SfListPageClass *list_class = SF_LIST_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = sf_contributors_page_constructed;
  list_class->list = sf_contributors_page_list;
  list_class->describe = sf_contributors_page_describe;
  list_class->show = sf_contributors_page_show;
}

static void
sf_contributors_page_init (SfContributorsPage *self)
{
}
