/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-evidence-links.h"

#include "ui/sf-button.h"
#include "ui/sf-field.h"
#include "ui/sf-parts.h"
#include "ui/sf-statement-chooser.h"
#include "ui/sf-statement-matrix.h"
#include "workbook/sf-workbook-edit.h"

#include <glib/gi18n-lib.h>

struct _SfEvidenceLinks
{
  GtkBox parent_instance;

  SfContext *context;
  SfEvidence *evidence;
  GtkWidget *list;
  GtkWidget *none;
  GtkWidget *chooser;
  GtkWidget *all;    /* opens the matrix */
  GHashTable *parts; /* SfEvidenceLink* (owned) -> GtkWidget* */
};

G_DEFINE_FINAL_TYPE (SfEvidenceLinks, sf_evidence_links, GTK_TYPE_BOX)

static SfStatement *
find_statement (SfEvidenceLinks *self, SfEvidenceLink *link)
{
  SfFramework *framework = sf_context_get_framework (self->context);

  return sf_framework_find_statement (framework, sf_evidence_link_get_statement_code (link));
}

static void
on_chosen_cb (SfChooser *chooser, const char *code, SfEvidenceLinks *self)
{
  GError *error = NULL;
  gboolean ok;

  if (self->evidence == NULL || code == NULL)
    return;
  ok = sf_workbook_link_evidence (sf_context_get_workbook (self->context), self->evidence,
                                  sf_context_get_evaluation (self->context), code, NULL, NULL,
                                  &error);
  sf_context_check (self->context, ok, error);
}

static void
on_unlink_clicked_cb (GtkWidget *button, SfEvidenceLinks *self)
{
  SfEvidenceLink *link = g_object_get_data (G_OBJECT (button), "sf-link");
  GError *error = NULL;
  gboolean ok = sf_workbook_unlink_evidence (sf_context_get_workbook (self->context), link, &error);

  if (sf_context_check (self->context, ok, error))
    sf_context_say (self->context, _ ("The evidence no longer speaks for that statement."), TRUE);
}

static void
on_go_clicked_cb (GtkWidget *button, SfEvidenceLinks *self)
{
  SfEvidenceLink *link = g_object_get_data (G_OBJECT (button), "sf-link");

  sf_context_go_record (self->context, SF_RECORD (link));
}

static GtkWidget *
create_title (SfEvidenceLinks *self, SfEvidenceLink *link, const char *title)
{
  const char *code = sf_evidence_link_get_statement_code (link);
  g_autofree char *go_name = g_strdup_printf (_ ("%s, %s: go to the statement"), title, code);
  g_autofree char *unlink_name = g_strdup_printf (_ ("Unlink %s, %s"), title, code);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *go = gtk_button_new ();
  GtkWidget *unlink = sf_part_icon_button ("list-remove-symbolic", unlink_name);

  gtk_box_append (GTK_BOX (words), sf_part_label (title, "sf-row-title"));
  gtk_box_append (GTK_BOX (words), sf_part_label (code, "sf-row-subtitle"));
  gtk_button_set_child (GTK_BUTTON (go), words);
  gtk_widget_add_css_class (go, "flat");
  gtk_widget_set_hexpand (go, TRUE);
  sf_part_set_name (go, go_name);
  for (GtkWidget **button = (GtkWidget *[]){ go, unlink, NULL }; *button != NULL; button++)
    g_object_set_data_full (G_OBJECT (*button), "sf-link", g_object_ref (link), g_object_unref);
  g_signal_connect (go, "clicked", G_CALLBACK (on_go_clicked_cb), self);
  g_signal_connect (unlink, "clicked", G_CALLBACK (on_unlink_clicked_cb), self);
  gtk_widget_set_sensitive (unlink, sf_context_can_edit (self->context));
  gtk_box_append (GTK_BOX (line), go);
  gtk_box_append (GTK_BOX (line), unlink);
  return line;
}

static GtkWidget *
create_part (SfEvidenceLinks *self, SfEvidenceLink *link)
{
  SfStatement *statement = find_statement (self, link);
  const char *code = sf_evidence_link_get_statement_code (link);
  GtkWidget *part = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *note
      = sf_field_prose_new (self->context, SF_EVIDENCE_LINK_NOTE, _ ("What it shows here"));

  gtk_box_append (GTK_BOX (part),
                  create_title (self, link,
                                statement != NULL ? sf_statement_get_title (statement) : code));
  sf_field_set_about (SF_FIELD (note), code);
  sf_field_set_label_visible (SF_FIELD (note), FALSE);
  sf_field_set_placeholder (SF_FIELD (note), _ ("What it shows here"));
  sf_field_set_record (SF_FIELD (note), link);
  gtk_box_append (GTK_BOX (part), note);
  gtk_widget_add_css_class (part, "sf-link");
  return part;
}

static int
compare_links (gconstpointer a, gconstpointer b, gpointer data)
{
  SfEvidenceLinks *self = data;
  SfStatement *one = find_statement (self, *(SfEvidenceLink **)a);
  SfStatement *two = find_statement (self, *(SfEvidenceLink **)b);
  guint x = one != NULL ? sf_statement_get_index (one) : G_MAXUINT;
  guint y = two != NULL ? sf_statement_get_index (two) : G_MAXUINT;

  return x < y ? -1 : x > y;
}

/* The links of this evidence in this evaluation, in the order of the framework. */
static GPtrArray *
list_links (SfEvidenceLinks *self)
{
  SfEvaluation *evaluation = sf_context_get_evaluation (self->context);
  GPtrArray *links
      = sf_model_list_referring (sf_context_get_model (self->context), SF_TYPE_EVIDENCE_LINK,
                                 SF_EVIDENCE_LINK_EVIDENCE, self->evidence);

  for (guint i = links->len; i > 0; i--)
    if (!sf_record_refers_to (links->pdata[i - 1], SF_EVIDENCE_LINK_EVALUATION, evaluation))
      g_ptr_array_remove_index (links, i - 1);
  g_ptr_array_sort_with_data (links, compare_links, self);
  return links;
}

static void
remove_parts (SfEvidenceLinks *self, GPtrArray *links)
{
  GHashTableIter iter;
  gpointer link, part;

  g_hash_table_iter_init (&iter, self->parts);
  while (g_hash_table_iter_next (&iter, &link, &part))
    if (!g_ptr_array_find (links, link, NULL))
      {
        if (gtk_widget_get_focus_child (self->list) == part)
          gtk_widget_child_focus (self->chooser, GTK_DIR_TAB_FORWARD);
        gtk_box_remove (GTK_BOX (self->list), part);
        g_hash_table_iter_remove (&iter);
      }
}

static void
place_parts (SfEvidenceLinks *self, GPtrArray *links)
{
  GtkWidget *before = NULL;

  for (guint i = 0; i < links->len; i++)
    {
      GtkWidget *part = g_hash_table_lookup (self->parts, links->pdata[i]);

      if (part == NULL)
        {
          part = create_part (self, links->pdata[i]);
          g_hash_table_insert (self->parts, g_object_ref (links->pdata[i]), part);
          gtk_box_insert_child_after (GTK_BOX (self->list), part, before);
        }
      before = part;
    }
}

void
sf_evidence_links_show (SfEvidenceLinks *self, SfEvidence *evidence)
{
  g_autoptr (GPtrArray) links = NULL;

  g_return_if_fail (SF_IS_EVIDENCE_LINKS (self));

  g_set_object (&self->evidence, evidence);
  if (evidence == NULL || sf_context_get_framework (self->context) == NULL)
    return;
  links = list_links (self);
  remove_parts (self, links);
  place_parts (self, links);
  gtk_widget_set_visible (self->none, links->len == 0);
  gtk_widget_set_sensitive (self->chooser, sf_context_can_edit (self->context));
  gtk_widget_set_sensitive (self->all, sf_context_can_edit (self->context));
}

static void
on_all_clicked_cb (SfEvidenceLinks *self)
{
  g_autoptr (GPtrArray) one = g_ptr_array_new ();

  if (self->evidence == NULL)
    return;
  g_ptr_array_add (one, self->evidence);
  sf_statement_matrix_present (GTK_WIDGET (self), self->context, one);
}

static void
build (SfEvidenceLinks *self)
{
  GtkWidget *card = sf_part_card (_ ("Speaks for"), NULL);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->none = sf_part_label (_ ("No statement yet in this evaluation. Link the statements that "
                                 "this evidence says something about."),
                              "dim-label");
  gtk_widget_add_css_class (self->none, "sf-card-text");
  self->chooser = sf_statement_chooser_new (self->context, _ ("Link a statement"), NULL, FALSE);
  self->all = sf_button_new (_ ("Tick stat_ements…"));
  g_signal_connect_swapped (self->all, "clicked", G_CALLBACK (on_all_clicked_cb), self);
  gtk_widget_add_css_class (buttons, "sf-card-form");
  gtk_box_append (GTK_BOX (buttons), self->chooser);
  gtk_box_append (GTK_BOX (buttons), self->all);
  g_signal_connect (self->chooser, "chosen", G_CALLBACK (on_chosen_cb), self);
  gtk_box_append (GTK_BOX (card), self->list);
  gtk_box_append (GTK_BOX (card), self->none);
  gtk_box_append (GTK_BOX (card), buttons);
  gtk_box_append (GTK_BOX (self), card);
}

static void
sf_evidence_links_dispose (GObject *object)
{
  SfEvidenceLinks *self = SF_EVIDENCE_LINKS (object);

  g_clear_object (&self->evidence);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (sf_evidence_links_parent_class)->dispose (object);
}

static void
sf_evidence_links_finalize (GObject *object)
{
  g_clear_pointer (&SF_EVIDENCE_LINKS (object)->parts, g_hash_table_unref);
  G_OBJECT_CLASS (sf_evidence_links_parent_class)->finalize (object);
}

static void
sf_evidence_links_class_init (SfEvidenceLinksClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sf_evidence_links_dispose;
  G_OBJECT_CLASS (klass)->finalize = sf_evidence_links_finalize;
}

static void
sf_evidence_links_init (SfEvidenceLinks *self)
{
  self->parts = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
}

GtkWidget *
sf_evidence_links_new (SfContext *context)
{
  SfEvidenceLinks *self;

  g_return_val_if_fail (SF_IS_CONTEXT (context), NULL);

  self = g_object_new (SF_TYPE_EVIDENCE_LINKS, NULL);
  self->context = g_object_ref (context);
  build (self);
  return GTK_WIDGET (self);
}
