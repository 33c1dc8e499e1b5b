/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-evidence-page.h"

#include "model/sf-vocabulary.h"
#include "ui/sf-add-button.h"
#include "ui/sf-attacher.h"
#include "ui/sf-button.h"
#include "ui/sf-columns.h"
#include "ui/sf-evidence-editor.h"
#include "ui/sf-evidence-files.h"
#include "ui/sf-evidence-filters.h"
#include "ui/sf-evidence-links.h"
#include "ui/sf-evidence-list.h"
#include "ui/sf-evidence-many.h"
#include "ui/sf-fold-box.h"
#include "ui/sf-pack-dialog.h"
#include "ui/sf-parts.h"
#include "ui/sf-paste-key.h"
#include "workbook/sf-workbook-contents.h"
#include "workbook/sf-workbook-edit.h"

#include <glib/gi18n-lib.h>

struct _SfEvidencePage
{
  SfPage parent_instance;

  SfEvidenceModel *model;
  GtkWidget *attacher;
  GtkWidget *add_files;
  GtkWidget *add;
  GtkWidget *filters;
  GtkWidget *list;
  GtkWidget *rows; /* a stack: the list, or that nothing matches */
  GtkWidget *nothing;
  GtkWidget *stack; /* the columns, or that there is no evidence yet */
  GtkWidget *first_files;
  GtkWidget *columns;
  GtkWidget *main;
  GtkWidget *editor;
  GtkWidget *many;
  GtkWidget *aside;
  GtkWidget *files;
  GtkWidget *links;
  GArray *awaited;  /* of SfUuid: to be shown once it is there */
  gboolean leaving; /* what is shown, since the last refresh */
  GCancellable *searching;
};

G_DEFINE_FINAL_TYPE (SfEvidencePage, sf_evidence_page, SF_TYPE_PAGE)

/* --- the form -----------------------------------------------------------------------------------
 */

static GPtrArray *
get_selected (SfEvidencePage *self)
{
  return sf_evidence_list_get_selected (SF_EVIDENCE_LIST (self->list));
}

/* The one whose form is shown; NULL where none or several are selected. */
static SfEvidence *
get_shown (SfEvidencePage *self)
{
  GPtrArray *selected = get_selected (self);

  return selected->len == 1 ? selected->pdata[0] : NULL;
}

static void
show_selected (SfEvidencePage *self)
{
  GPtrArray *selected = get_selected (self);
  SfEvidence *evidence = get_shown (self);

  gtk_widget_set_visible (self->main, selected->len > 0);
  gtk_widget_set_visible (self->editor, evidence != NULL);
  gtk_widget_set_visible (self->aside, evidence != NULL);
  gtk_widget_set_visible (self->many, selected->len > 1);
  sf_evidence_editor_show (SF_EVIDENCE_EDITOR (self->editor), evidence);
  sf_evidence_files_show (SF_EVIDENCE_FILES (self->files), evidence);
  sf_evidence_links_show (SF_EVIDENCE_LINKS (self->links), evidence);
  if (selected->len > 1)
    sf_evidence_many_show (SF_EVIDENCE_MANY (self->many), selected);
}

static void
on_selected_cb (SfEvidencePage *self)
{
  show_selected (self);
  gtk_adjustment_set_value (sf_columns_get_vadjustment (SF_COLUMNS (self->columns)), 0);
  sf_page_moved (SF_PAGE (self));
}

static void
focus_form (SfEvidencePage *self)
{
  gtk_widget_child_focus (self->main, GTK_DIR_TAB_FORWARD);
}

static void
on_activated_cb (SfEvidencePage *self)
{
  sf_columns_show_main (SF_COLUMNS (self->columns), TRUE);
  if (sf_columns_get_folded (SF_COLUMNS (self->columns)))
    focus_form (self);
}

static void
on_folded_cb (SfEvidencePage *self)
{
  sf_evidence_list_set_opens_on_click (SF_EVIDENCE_LIST (self->list),
                                       sf_columns_get_folded (SF_COLUMNS (self->columns)));
}

/* Before what is shown goes off the list, or back, or is erased: the form shows the next one then,
 * where a key would be typed into its title. */
static void
on_leaving_cb (SfEvidencePage *self)
{
  self->leaving = TRUE;
  sf_columns_show_main (SF_COLUMNS (self->columns), FALSE);
  sf_evidence_list_focus (SF_EVIDENCE_LIST (self->list));
}

/* The row that had the focus may have gone, and the one after it. */
static void
keep_focus (SfEvidencePage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (self->leaving
      && (focus == NULL || !gtk_widget_get_mapped (focus)
          || gtk_widget_is_ancestor (focus, self->list)))
    sf_evidence_list_focus (SF_EVIDENCE_LIST (self->list));
  self->leaving = FALSE;
}

static gboolean
is_being_edited (SfEvidencePage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && get_selected (self)->len > 0
         && (gtk_widget_is_ancestor (focus, self->main)
             || gtk_widget_is_ancestor (focus, self->aside));
}

/* --- the list -----------------------------------------------------------------------------------
 */

static void
say_nothing (SfEvidencePage *self)
{
  g_auto (SfEvidenceFilter) filter = { 0 };
  const char *text;

  sf_evidence_filters_get (SF_EVIDENCE_FILTERS (self->filters), &filter);
  if (*sf_evidence_filters_get_words (SF_EVIDENCE_FILTERS (self->filters)) != '\0')
    text = _ ("Nothing was found.");
  else if (sf_evidence_filter_count (&filter) == 0)
    text = _ ("All evidence has been taken off the list. It can be brought back: filter for what "
              "was taken off.");
  else if (filter.due && sf_evidence_filter_count (&filter) == 1)
    text = _ ("Nothing is due for deletion.");
  else if (filter.retired && sf_evidence_filter_count (&filter) == 1)
    text = _ ("Nothing was taken off the list.");
  else
    text = _ ("Nothing matches.");
  sf_part_set_text (self->nothing, text);
}

static void
update_list (SfEvidencePage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));

  if (n == 0)
    say_nothing (self);
  gtk_stack_set_visible_child_name (GTK_STACK (self->rows), n > 0 ? "list" : "nothing");
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack),
                                    n > 0 || sf_evidence_model_has_any (self->model) ? "list"
                                                                                     : "empty");
  sf_evidence_filters_set_count (SF_EVIDENCE_FILTERS (self->filters), n);
}

static void
select_first (SfEvidencePage *self)
{
  SfEvidence *first = sf_evidence_model_peek (self->model, 0);

  if (get_selected (self)->len == 0 && first != NULL)
    sf_evidence_list_select_one (SF_EVIDENCE_LIST (self->list), first);
}

static void
on_found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SfEvidencePage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) matches
      = sf_workbook_list_contents_finish (SF_WORKBOOK (source), result, &error);

  /* an earlier search that was given up says so; the page may be gone meanwhile */
  if (matches == NULL || self->model == NULL)
    return;
  sf_evidence_model_set_found (self->model, matches);
  update_list (self);
  select_first (self);
}

/* What is in the files comes when it is found, the rest at once. */
static void
search_files (SfEvidencePage *self)
{
  const char *words = sf_evidence_model_get_words (self->model);

  if (self->searching != NULL)
    g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  if (words == NULL)
    return;
  self->searching = g_cancellable_new ();
  sf_workbook_list_contents (sf_context_get_workbook (sf_page_get_context (SF_PAGE (self))), words,
                             self->searching, on_found_cb, g_object_ref (self));
}

static void
on_filters_changed_cb (SfEvidencePage *self)
{
  SfEvidenceFilters *filters = SF_EVIDENCE_FILTERS (self->filters);
  g_auto (SfEvidenceFilter) filter = { 0 };
  const char *before = sf_evidence_model_get_words (self->model);
  g_autofree char *words_before = g_strdup (before != NULL ? before : "");

  sf_evidence_filters_get (filters, &filter);
  sf_evidence_model_set_view (self->model, &filter, sf_evidence_filters_get_words (filters),
                              sf_evidence_filters_get_sort (filters));
  if (g_strcmp0 (words_before, sf_evidence_filters_get_words (filters)) != 0)
    search_files (self);
  update_list (self);
  select_first (self);
}

/* --- the page -----------------------------------------------------------------------------------
 */

/* (transfer container) (element-type SfEvidence): of what was asked for, what there is */
static GPtrArray *
list_awaited (SfEvidencePage *self)
{
  SfModel *model = sf_context_get_model (sf_page_get_context (SF_PAGE (self)));
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < self->awaited->len; i++)
    {
      gpointer evidence = sf_model_find (model, &g_array_index (self->awaited, SfUuid, i));

      if (SF_IS_EVIDENCE (evidence))
        g_ptr_array_add (list, evidence);
    }
  return list;
}

/* Shows what was asked for, once it has reached the model. TRUE if it was shown. */
static gboolean
show_awaited (SfEvidencePage *self)
{
  g_autoptr (GPtrArray) evidence = list_awaited (self);

  if (!sf_evidence_list_select (SF_EVIDENCE_LIST (self->list), evidence))
    return FALSE;
  g_array_set_size (self->awaited, 0);
  sf_columns_show_main (SF_COLUMNS (self->columns), TRUE);
  focus_form (self);
  return TRUE;
}

static void
update_and_show (SfEvidencePage *self)
{
  sf_evidence_model_update (self->model, NULL);
  update_list (self);
  show_awaited (self);
}

/* What is filtered stays filtered if it is among that; what was taken off the list is shown where
 * such is. */
static void
wait_for_awaited (SfEvidencePage *self)
{
  SfEvidenceFilters *filters = SF_EVIDENCE_FILTERS (self->filters);
  g_autoptr (GPtrArray) evidence = list_awaited (self);
  gboolean retired
      = evidence->len > 0 && sf_evidence_get_retired_at (evidence->pdata[0]) != SF_NULL_INT;

  update_and_show (self);
  if (self->awaited->len == 0)
    return;
  sf_evidence_filters_clear (filters);
  if (retired)
    sf_evidence_filters_show_retired (filters);
  update_and_show (self);
}

/* What is being worked on stays, also where it no longer matches; what has come since the last
 * time is shown, unless a form is being filled in. */
static void
sf_evidence_page_refresh (SfPage *page)
{
  SfEvidencePage *self = SF_EVIDENCE_PAGE (page);
  SfContext *context = sf_page_get_context (page);
  gboolean can_add = sf_context_can_edit (context) && sf_context_get_evaluation (context) != NULL;
  g_autoptr (GPtrArray) keep
      = is_being_edited (self) ? g_ptr_array_ref (get_selected (self)) : NULL;
  SfEvidence *fresh = sf_evidence_model_update (self->model, keep);

  update_list (self);
  if (!show_awaited (self))
    {
      if (fresh != NULL && !is_being_edited (self))
        sf_evidence_list_select_one (SF_EVIDENCE_LIST (self->list), fresh);
      select_first (self);
    }
  show_selected (self);
  keep_focus (self);
  gtk_widget_set_sensitive (self->add_files, can_add);
  gtk_widget_set_sensitive (self->add, can_add);
}

static void
sf_evidence_page_show_item (SfPage *page, const char *item)
{
  SfEvidencePage *self = SF_EVIDENCE_PAGE (page);
  g_auto (GStrv) items = g_strsplit (item, " ", -1);

  g_array_set_size (self->awaited, 0);
  for (guint i = 0; items[i] != NULL; i++)
    {
      SfUuid uuid;

      if (sf_uuid_parse (items[i], &uuid))
        g_array_append_val (self->awaited, uuid);
    }
  if (self->awaited->len > 0)
    wait_for_awaited (self);
}

static char *
sf_evidence_page_dup_item (SfPage *page)
{
  SfEvidence *shown = get_shown (SF_EVIDENCE_PAGE (page));

  return shown != NULL ? sf_uuid_to_string (sf_record_get_uuid (SF_RECORD (shown))) : NULL;
}

static void
sf_evidence_page_focus_first (SfPage *page)
{
  SfEvidencePage *self = SF_EVIDENCE_PAGE (page);

  if (g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (self->stack)), "empty") == 0)
    gtk_widget_grab_focus (self->first_files);
  else if (!sf_evidence_list_focus (SF_EVIDENCE_LIST (self->list)))
    gtk_widget_child_focus (GTK_WIDGET (page), GTK_DIR_TAB_FORWARD);
}

static gboolean
sf_evidence_page_focus_list (SfPage *page)
{
  return sf_evidence_list_focus (SF_EVIDENCE_LIST (SF_EVIDENCE_PAGE (page)->list));
}

static GtkWidget *
sf_evidence_page_get_columns (SfPage *page)
{
  return SF_EVIDENCE_PAGE (page)->columns;
}

/* --- adding ------------------------------------------------------------------------------ */

static gboolean
add_evidence (const char *title, gpointer data)
{
  SfContext *context = sf_page_get_context (SF_PAGE (data));
  SfWorkbook *workbook = sf_context_get_workbook (context);
  GError *error = NULL;
  SfUuid uuid;
  gboolean ok = sf_workbook_add_evidence (workbook, sf_context_get_centre (context), title,
                                          sf_evidence_kind_to_string (SF_EVIDENCE_KIND_DOCUMENT),
                                          NULL, &uuid, &error);

  if (!sf_context_check (context, ok, error))
    return FALSE;
  g_array_set_size (SF_EVIDENCE_PAGE (data)->awaited, 0);
  g_array_append_val (SF_EVIDENCE_PAGE (data)->awaited, uuid);
  wait_for_awaited (SF_EVIDENCE_PAGE (data));
  return TRUE;
}

/* Ctrl+V with files, or where nothing is being typed: into the evidence whose form has the focus,
 * else as new. */
static gboolean
on_paste_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  SfEvidencePage *self = SF_EVIDENCE_PAGE (widget);

  if (is_being_edited (self))
    sf_evidence_files_paste (SF_EVIDENCE_FILES (self->files));
  else
    return sf_attacher_paste (SF_ATTACHER (self->attacher));
  return TRUE;
}

/* --- building -----------------------------------------------------------------------------------
 */

static void
present_pack (SfEvidencePage *self)
{
  sf_pack_dialog_present (GTK_WIDGET (self), sf_page_get_context (SF_PAGE (self)));
}

static GtkWidget *
create_tools (SfEvidencePage *self)
{
  GtkWidget *tools = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *others = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *pack;

  self->add_files = sf_part_button ("list-add-symbolic", _ ("Add f_iles…"));
  gtk_widget_set_hexpand (self->add_files, TRUE);
  g_signal_connect_swapped (self->add_files, "clicked", G_CALLBACK (sf_attacher_choose),
                            self->attacher);
  self->add = sf_add_button_new (_ ("Paper or _link…"), NULL,
                                 _ ("For paper in a folder, or a web page: it is told in the form "
                                    "where it is. What is it called?"),
                                 add_evidence, self);
  self->filters = sf_evidence_filters_new (sf_page_get_context (SF_PAGE (self)));
  g_signal_connect_swapped (self->filters, "changed", G_CALLBACK (on_filters_changed_cb), self);
  pack = sf_button_new (_ ("Pac_k…"));
  sf_part_set_name (pack, _ ("Evidence pack…"));
  gtk_widget_set_tooltip_text (pack, _ ("The evidence with an index, to hand on"));
  g_signal_connect_swapped (pack, "clicked", G_CALLBACK (present_pack), self);
  gtk_widget_set_hexpand (self->add, TRUE);
  gtk_box_append (GTK_BOX (others), self->add);
  gtk_box_append (GTK_BOX (others), pack);
  gtk_box_append (GTK_BOX (tools), sf_fold_box_new (self->add_files, others, 14, 26, 6));
  gtk_box_append (GTK_BOX (tools), self->filters);
  gtk_widget_add_css_class (tools, "sf-tools");
  return tools;
}

static GtkWidget *
create_nothing (SfEvidencePage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *clear = sf_button_new (_ ("Show _all evidence"));

  self->nothing = sf_part_label (_ ("Nothing matches."), "dim-label");
  gtk_widget_set_halign (clear, GTK_ALIGN_START);
  g_signal_connect_swapped (clear, "clicked", G_CALLBACK (sf_evidence_filters_clear),
                            self->filters);
  gtk_widget_add_css_class (box, "sf-nothing");
  gtk_box_append (GTK_BOX (box), self->nothing);
  gtk_box_append (GTK_BOX (box), clear);
  return box;
}

static GtkWidget *
create_pane (SfEvidencePage *self)
{
  GtkWidget *pane = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (pane, "card");
  gtk_widget_add_css_class (pane, "sf-list-pane");
  gtk_box_append (GTK_BOX (pane), create_tools (self));
  self->list
      = sf_evidence_list_new (sf_page_get_context (SF_PAGE (self)), self->model, _ ("Evidence"));
  g_signal_connect_swapped (self->list, "selected", G_CALLBACK (on_selected_cb), self);
  g_signal_connect_swapped (self->list, "activated", G_CALLBACK (on_activated_cb), self);
  self->rows = gtk_stack_new ();
  gtk_widget_set_vexpand (self->rows, TRUE);
  gtk_stack_add_named (GTK_STACK (self->rows), self->list, "list");
  gtk_stack_add_named (GTK_STACK (self->rows), create_nothing (self), "nothing");
  gtk_box_append (GTK_BOX (pane), self->rows);
  return pane;
}

static GtkWidget *
create_empty (SfEvidencePage *self)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *files = self->first_files = sf_button_new (_ ("Choose the _first files…"));
  GtkWidget *add = sf_add_button_new (_ ("Something _without a file"), NULL,
                                      _ ("What is the evidence called?"), add_evidence, self);

  gtk_widget_add_css_class (files, "suggested-action");
  g_signal_connect_swapped (files, "clicked", G_CALLBACK (sf_attacher_choose), self->attacher);
  gtk_box_append (GTK_BOX (buttons), files);
  gtk_box_append (GTK_BOX (buttons), add);
  return sf_part_empty (
      "folder-documents-symbolic", _ ("No evidence yet"),
      _ ("Evidence is what shows that a judgement is right: figures, what was observed, what "
         "families say, documents, the words of others. Drop files here, or note where a paper "
         "lies. It is not for case files or a child’s record, and names are taken out first."),
      buttons);
}

static GtkWidget *
create_columns (SfEvidencePage *self)
{
  SfContext *context = sf_page_get_context (SF_PAGE (self));

  self->editor = sf_evidence_editor_new (context);
  self->many = sf_evidence_many_new (context);
  g_signal_connect_swapped (self->editor, "leaving", G_CALLBACK (on_leaving_cb), self);
  g_signal_connect_swapped (self->many, "leaving", G_CALLBACK (on_leaving_cb), self);
  self->files = sf_evidence_files_new (context);
  self->links = sf_evidence_links_new (context);
  self->main = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->aside = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_box_append (GTK_BOX (self->main), self->editor);
  gtk_box_append (GTK_BOX (self->main), self->many);
  gtk_box_append (GTK_BOX (self->aside), self->files);
  gtk_box_append (GTK_BOX (self->aside), self->links);
  self->columns = sf_columns_new ();
  sf_columns_set_list (SF_COLUMNS (self->columns), create_pane (self));
  sf_columns_set_main (SF_COLUMNS (self->columns), self->main);
  sf_columns_set_aside (SF_COLUMNS (self->columns), self->aside);
  gtk_widget_set_valign (self->main, GTK_ALIGN_START);
  g_signal_connect_swapped (self->columns, "notify::folded", G_CALLBACK (on_folded_cb), self);
  return self->columns;
}

static void
sf_evidence_page_constructed (GObject *object)
{
  SfEvidencePage *self = SF_EVIDENCE_PAGE (object);
  SfContext *context = sf_page_get_context (SF_PAGE (self));
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  G_OBJECT_CLASS (sf_evidence_page_parent_class)->constructed (object);
  sf_page_set_title (SF_PAGE (self), _ ("Evidence"));
  self->model = sf_evidence_model_new (context);
  self->attacher = sf_attacher_new (context);
  self->stack = gtk_stack_new ();
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_stack_add_named (GTK_STACK (self->stack), create_columns (self), "list");
  gtk_stack_add_named (GTK_STACK (self->stack), sf_part_scrolled (create_empty (self), 640),
                       "empty");
  gtk_box_append (GTK_BOX (body), self->attacher);
  gtk_box_append (GTK_BOX (body), self->stack);
  adw_bin_set_child (ADW_BIN (self), body);
  sf_attacher_accept_drops (SF_ATTACHER (self->attacher), body);
  sf_paste_key_add (GTK_WIDGET (self), on_paste_cb);
  show_selected (self);
}

static void
sf_evidence_page_dispose (GObject *object)
{
  SfEvidencePage *self = SF_EVIDENCE_PAGE (object);

  if (self->searching != NULL)
    g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  self->list = NULL;
  g_clear_object (&self->model);
  g_clear_pointer (&self->awaited, g_array_unref);
  G_OBJECT_CLASS (sf_evidence_page_parent_class)->dispose (object);
}

static void
sf_evidence_page_class_init (SfEvidencePageClass *klass)
{
  SfPageClass *page_class = SF_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = sf_evidence_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = sf_evidence_page_dispose;
  page_class->refresh = sf_evidence_page_refresh;
  page_class->show_item = sf_evidence_page_show_item;
  page_class->focus_first = sf_evidence_page_focus_first;
  page_class->focus_list = sf_evidence_page_focus_list;
  page_class->dup_item = sf_evidence_page_dup_item;
  page_class->get_columns = sf_evidence_page_get_columns;
}

static void
sf_evidence_page_init (SfEvidencePage *self)
{
  self->awaited = g_array_new (FALSE, FALSE, sizeof (SfUuid));
}
