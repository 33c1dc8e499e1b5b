/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-evidence-page.h"

#include "model/sf-evidence-order.h"
#include "model/sf-vocabulary.h"
#include "ui/sf-add-button.h"
#include "ui/sf-attacher.h"
#include "ui/sf-button.h"
#include "ui/sf-drop-down.h"
#include "ui/sf-evidence-editor.h"
#include "ui/sf-evidence-files.h"
#include "ui/sf-evidence-links.h"
#include "ui/sf-pack-dialog.h"
#include "ui/sf-parts.h"
#include "workbook/sf-workbook-edit.h"

#include <glib/gi18n-lib.h>

enum
{
  SORT_BY_DATE,
  SORT_BY_TITLE,
};

struct _SfEvidencePage
{
  SfListPage parent_instance;

  GtkWidget *add_files;
  GtkWidget *add;
  GtkWidget *search;
  GtkWidget *kind;
  GtkWidget *sort;
  GtkWidget *attacher;
  GtkWidget *editor;
  GtkWidget *aside;
  GtkWidget *files;
  GtkWidget *links;
  GHashTable *used;  /* the evidence that is linked in this evaluation */
  GHashTable *known; /* what was there the last time; NULL before the first */
};

G_DEFINE_FINAL_TYPE (SfEvidencePage, sf_evidence_page, SF_TYPE_LIST_PAGE)

/* --- the list ---------------------------------------------------------------------------- */

static int
compare_by_date (gconstpointer a, gconstpointer b)
{
  return sf_evidence_compare (*(SfEvidence **)a, *(SfEvidence **)b);
}

static int
compare_by_title (gconstpointer a, gconstpointer b)
{
  g_autofree char *one = g_utf8_casefold (sf_evidence_get_title (*(SfEvidence **)a), -1);
  g_autofree char *two = g_utf8_casefold (sf_evidence_get_title (*(SfEvidence **)b), -1);
  int order = g_utf8_collate (one, two);

  return order != 0 ? order : compare_by_date (a, b);
}

static void
find_used (SfEvidencePage *self, SfModel *model, SfEvaluation *evaluation)
{
  g_autoptr (GPtrArray) links = sf_model_list_evidence_links (model, evaluation, NULL);

  g_hash_table_remove_all (self->used);
  for (guint i = 0; i < links->len; i++)
    g_hash_table_add (self->used, sf_model_get_evidence (model, links->pdata[i]));
}

/* The first entry stands for every kind; the others are in the order of #SfEvidenceKind. */
static guint
get_kinds (SfEvidencePage *self)
{
  guint n = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->kind));

  return n == 0 || n == GTK_INVALID_LIST_POSITION ? 0 : 1u << (n - 1);
}

static GPtrArray *
sf_evidence_page_list (SfListPage *page, gpointer keep, gboolean *any)
{
  SfEvidencePage *self = SF_EVIDENCE_PAGE (page);
  SfContext *context = sf_page_get_context (SF_PAGE (page));
  SfModel *model = sf_context_get_model (context);
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search));
  guint kinds = get_kinds (self);
  GPtrArray *list;

  if (sf_context_get_evaluation (context) == NULL)
    return g_ptr_array_new ();
  find_used (self, model, sf_context_get_evaluation (context));
  list = sf_model_list_referring (model, SF_TYPE_EVIDENCE, SF_EVIDENCE_CENTRE,
                                  sf_context_get_centre (context));
  for (guint i = list->len; i > 0; i--)
    {
      SfEvidence *evidence = list->pdata[i - 1];

      if (!sf_record_is_null (SF_RECORD (evidence), SF_EVIDENCE_RETIRED_AT))
        {
          g_ptr_array_remove_index (list, i - 1);
          continue;
        }
      *any = TRUE;
      if (evidence != keep && !sf_evidence_matches (model, evidence, kinds, words))
        g_ptr_array_remove_index (list, i - 1);
    }
  g_ptr_array_sort (list, gtk_drop_down_get_selected (GTK_DROP_DOWN (self->sort)) == SORT_BY_TITLE
                              ? compare_by_title
                              : compare_by_date);
  return list;
}

static void
sf_evidence_page_describe (SfListPage *page, gpointer record, SfRecordText *text)
{
  SfEvidencePage *self = SF_EVIDENCE_PAGE (page);

  text->title = g_strdup (sf_evidence_get_title (record));
  text->subtitle = sf_evidence_to_text (record);
  if (!g_hash_table_contains (self->used, record))
    {
      text->chip = g_strdup (_ ("Not used yet"));
      text->shape = SF_SHAPE_DOTTED_RING;
      text->tone = SF_TONE_NONE;
    }
}

static void
sf_evidence_page_show (SfListPage *page, gpointer record)
{
  SfEvidencePage *self = SF_EVIDENCE_PAGE (page);

  sf_evidence_editor_show (SF_EVIDENCE_EDITOR (self->editor), record);
  sf_evidence_files_show (SF_EVIDENCE_FILES (self->files), record);
  sf_evidence_links_show (SF_EVIDENCE_LINKS (self->links), record);
}

static void
sf_evidence_page_clear_filters (SfListPage *page)
{
  SfEvidencePage *self = SF_EVIDENCE_PAGE (page);

  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->kind), 0);
}

static gboolean
is_being_edited (SfEvidencePage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && sf_list_page_get_shown (SF_LIST_PAGE (self)) != NULL
         && (gtk_widget_is_ancestor (focus, self->editor)
             || gtk_widget_is_ancestor (focus, self->aside));
}

/* What has come since the last time is shown, unless a form is being filled in. */
static void
show_new (SfEvidencePage *self)
{
  SfContext *context = sf_page_get_context (SF_PAGE (self));
  g_autoptr (GPtrArray) all
      = sf_model_list_referring (sf_context_get_model (context), SF_TYPE_EVIDENCE,
                                 SF_EVIDENCE_CENTRE, sf_context_get_centre (context));
  g_autoptr (GHashTable) known = g_steal_pointer (&self->known);
  gpointer first = NULL;

  self->known = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < all->len; i++)
    {
      g_hash_table_add (self->known, all->pdata[i]);
      if (first == NULL && known != NULL && !g_hash_table_contains (known, all->pdata[i]))
        first = all->pdata[i];
    }
  if (first != NULL && !is_being_edited (self))
    sf_list_page_select (SF_LIST_PAGE (self), first);
}

static void
sf_evidence_page_refresh (SfPage *page)
{
  SfEvidencePage *self = SF_EVIDENCE_PAGE (page);
  SfContext *context = sf_page_get_context (page);
  gboolean can_add = sf_context_can_edit (context) && sf_context_get_evaluation (context) != NULL;

  SF_PAGE_CLASS (sf_evidence_page_parent_class)->refresh (page);
  if (sf_context_get_evaluation (context) != NULL)
    show_new (self);
  gtk_widget_set_sensitive (self->add_files, can_add);
  gtk_widget_set_sensitive (self->add, can_add);
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
  sf_list_page_wait_for (SF_LIST_PAGE (data), &uuid);
  return TRUE;
}

/* Ctrl+V where nothing is being typed: into the evidence whose form has the focus, else as new. */
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

/* --- building ---------------------------------------------------------------------------- */

static GtkWidget *
create_kind_filter (void)
{
  GtkStringList *words = gtk_string_list_new (NULL);

  gtk_string_list_append (words, _ ("All kinds"));
  for (guint i = 0; i < sf_vocabulary_get_n_terms (SF_VOCABULARY_EVIDENCE_KIND); i++)
    gtk_string_list_append (words, sf_vocabulary_get_nth_label (SF_VOCABULARY_EVIDENCE_KIND, i));
  return sf_drop_down_new (words);
}

static GtkWidget *
create_filters (SfEvidencePage *self)
{
  const char *const orders[]
      = { [SORT_BY_DATE] = _ ("Newest first"), [SORT_BY_TITLE] = _ ("By title"), NULL };
  GtkWidget *filters = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->search = gtk_search_entry_new ();
  g_object_set (self->search, "placeholder-text", _ ("Find evidence"), NULL);
  sf_part_set_name (self->search, _ ("Find evidence"));
  self->kind = create_kind_filter ();
  self->sort = sf_drop_down_new_from_strings (orders);
  sf_part_set_name (self->kind, _ ("Of which kind"));
  sf_part_set_name (self->sort, _ ("In which order"));
  gtk_widget_set_hexpand (self->kind, TRUE);
  gtk_widget_set_hexpand (self->sort, TRUE);
  g_signal_connect_swapped (self->search, "search-changed",
                            G_CALLBACK (sf_list_page_filter_changed), self);
  g_signal_connect_swapped (self->kind, "notify::selected",
                            G_CALLBACK (sf_list_page_filter_changed), self);
  g_signal_connect_swapped (self->sort, "notify::selected",
                            G_CALLBACK (sf_list_page_filter_changed), self);
  gtk_box_append (GTK_BOX (filters), self->kind);
  gtk_box_append (GTK_BOX (filters), self->sort);
  return filters;
}

static void
present_pack (SfEvidencePage *self)
{
  sf_pack_dialog_present (GTK_WIDGET (self), sf_page_get_context (SF_PAGE (self)));
}

static GtkWidget *
create_tools (SfEvidencePage *self)
{
  GtkWidget *tools = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *filters = create_filters (self);
  GtkWidget *pack;

  self->add_files = sf_part_button ("list-add-symbolic", _ ("Add f_iles…"));
  gtk_widget_set_hexpand (self->add_files, TRUE);
  g_signal_connect_swapped (self->add_files, "clicked", G_CALLBACK (sf_attacher_choose),
                            self->attacher);
  self->add = sf_add_button_new (_ ("_Without a file"), NULL, _ ("What is the evidence called?"),
                                 add_evidence, self);
  gtk_widget_set_tooltip_text (self->add, _ ("Paper in a folder, or a web link"));
  gtk_box_append (GTK_BOX (buttons), self->add_files);
  pack = sf_part_icon_button ("package-x-generic-symbolic", _ ("Evidence pack…"));
  g_signal_connect_swapped (pack, "clicked", G_CALLBACK (present_pack), self);
  gtk_box_append (GTK_BOX (buttons), self->add);
  gtk_box_append (GTK_BOX (buttons), pack);
  gtk_box_append (GTK_BOX (tools), buttons);
  gtk_box_append (GTK_BOX (tools), self->search);
  gtk_box_append (GTK_BOX (tools), filters);
  return tools;
}

static GtkWidget *
create_empty (SfEvidencePage *self)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *files = sf_button_new (_ ("Choose the _first files…"));
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

static void
add_paste_shortcut (SfEvidencePage *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_v, GDK_CONTROL_MASK),
                        gtk_callback_action_new (on_paste_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
sf_evidence_page_constructed (GObject *object)
{
  SfEvidencePage *self = SF_EVIDENCE_PAGE (object);
  SfContext *context = sf_page_get_context (SF_PAGE (self));
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *content;

  G_OBJECT_CLASS (sf_evidence_page_parent_class)->constructed (object);
  sf_page_set_title (SF_PAGE (self), _ ("Evidence"));
  self->attacher = sf_attacher_new (context);
  self->editor = sf_evidence_editor_new (context);
  self->files = sf_evidence_files_new (context);
  self->links = sf_evidence_links_new (context);
  self->aside = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_box_append (GTK_BOX (self->aside), self->files);
  gtk_box_append (GTK_BOX (self->aside), self->links);
  sf_list_page_build (SF_LIST_PAGE (self), _ ("Evidence"), create_tools (self), self->editor,
                      self->aside, create_empty (self));
  content = g_object_ref (adw_bin_get_child (ADW_BIN (self)));
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_set_vexpand (content, TRUE);
  gtk_box_append (GTK_BOX (body), self->attacher);
  gtk_box_append (GTK_BOX (body), content);
  g_object_unref (content);
  adw_bin_set_child (ADW_BIN (self), body);
  sf_attacher_accept_drops (SF_ATTACHER (self->attacher), body);
  add_paste_shortcut (self);
}

static void
sf_evidence_page_finalize (GObject *object)
{
  SfEvidencePage *self = SF_EVIDENCE_PAGE (object);

  g_clear_pointer (&self->used, g_hash_table_unref);
  g_clear_pointer (&self->known, g_hash_table_unref);
  G_OBJECT_CLASS (sf_evidence_page_parent_class)->finalize (object);
}

static void
sf_evidence_page_class_init (SfEvidencePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  SfListPageClass *list_class = SF_LIST_PAGE_CLASS (klass);

  object_class->constructed = sf_evidence_page_constructed;
  object_class->finalize = sf_evidence_page_finalize;
  SF_PAGE_CLASS (klass)->refresh = sf_evidence_page_refresh;
  list_class->list = sf_evidence_page_list;
  list_class->describe = sf_evidence_page_describe;
  list_class->show = sf_evidence_page_show;
  list_class->clear_filters = sf_evidence_page_clear_filters;
}

static void
sf_evidence_page_init (SfEvidencePage *self)
{
  self->used = g_hash_table_new (NULL, NULL);
}
