/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-statement-matrix.h"

#include "model/sf-search.h"
#include "ui/sf-button.h"
#include "ui/sf-message.h"
#include "ui/sf-parts.h"
#include "workbook/sf-workbook-edit.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define COLUMNS_MOST 2
#define CHARS 44

struct _SfStatementMatrix
{
  AdwWindow parent_instance;

  SfContext *context;
  GPtrArray *evidence;
  GtkWidget *search;
  GtkWidget *body;
  GtkWidget *nothing;
  GtkWidget *said;
  GtkWidget *done;
  GPtrArray *boxes; /* of GtkCheckButton, in the framework's order */
};

#define SF_TYPE_STATEMENT_MATRIX (sf_statement_matrix_get_type ())
G_DECLARE_FINAL_TYPE (SfStatementMatrix, sf_statement_matrix, SF, STATEMENT_MATRIX, AdwWindow)
G_DEFINE_FINAL_TYPE (SfStatementMatrix, sf_statement_matrix, ADW_TYPE_WINDOW)

static SfStatement *
get_statement (GtkWidget *box)
{
  return g_object_get_data (G_OBJECT (box), "sf-statement");
}

/* How many of the pieces were linked with it when the window opened. */
static guint
get_before (GtkWidget *box)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (box), "sf-before"));
}

static gboolean
is_mixed (GtkWidget *box)
{
  return gtk_check_button_get_inconsistent (GTK_CHECK_BUTTON (box));
}

static gboolean
is_ticked (GtkWidget *box)
{
  return gtk_check_button_get_active (GTK_CHECK_BUTTON (box)) && !is_mixed (box);
}

/* 1: to be linked; -1: to be unlinked; 0: as it is */
static int
get_change (SfStatementMatrix *self, GtkWidget *box)
{
  guint before = get_before (box);

  if (is_mixed (box))
    return 0;
  if (is_ticked (box))
    return before < self->evidence->len ? 1 : 0;
  return before > 0 ? -1 : 0;
}

/* --- saying and doing ---------------------------------------------------------------------------
 */

static void
say (SfStatementMatrix *self)
{
  g_autofree char *text = NULL;
  guint n = 0, changed = 0;

  for (guint i = 0; i < self->boxes->len; i++)
    {
      n += is_ticked (self->boxes->pdata[i]) ? 1 : 0;
      changed += get_change (self, self->boxes->pdata[i]) != 0 ? 1 : 0;
    }
  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u statement ticked",
                                       "%u statements ticked", n),
                          n);
  sf_part_set_text (self->said, text);
  gtk_widget_set_sensitive (self->done, changed > 0 && sf_context_can_edit (self->context));
}

/* A box between both is ticked by the first press. */
static void
on_toggled_cb (GtkWidget *box, SfStatementMatrix *self)
{
  if (is_mixed (box))
    {
      gtk_check_button_set_inconsistent (GTK_CHECK_BUTTON (box), FALSE);
      gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "",
                                      -1);
      if (!gtk_check_button_get_active (GTK_CHECK_BUTTON (box)))
        gtk_check_button_set_active (GTK_CHECK_BUTTON (box), TRUE);
    }
  say (self);
}

static void
on_done_cb (SfStatementMatrix *self)
{
  g_autoptr (GPtrArray) link = g_ptr_array_new (), unlink = g_ptr_array_new ();
  GError *error = NULL;
  gboolean ok;

  for (guint i = 0; i < self->boxes->len; i++)
    {
      int change = get_change (self, self->boxes->pdata[i]);
      const char *code = sf_statement_get_code (get_statement (self->boxes->pdata[i]));

      if (change != 0)
        g_ptr_array_add (change > 0 ? link : unlink, (gpointer)code);
    }
  g_ptr_array_add (link, NULL);
  g_ptr_array_add (unlink, NULL);
  ok = sf_workbook_link_many (sf_context_get_workbook (self->context), self->evidence,
                              sf_context_get_evaluation (self->context),
                              (const char *const *)link->pdata, (const char *const *)unlink->pdata,
                              NULL, &error);
  if (sf_context_check (self->context, ok, error))
    {
      sf_context_say (self->context, _ ("The statements were linked."), TRUE);
      gtk_window_close (GTK_WINDOW (self));
    }
}

/* --- searching ----------------------------------------------------------------------------------
 */

static gboolean
matches (GtkWidget *box, const char *words)
{
  SfStatement *statement = get_statement (box);
  g_autofree char *text
      = g_strjoin (" ", sf_statement_get_code (statement), sf_statement_get_title (statement),
                   sf_statement_get_text (statement),
                   sf_key_area_get_title (sf_statement_get_area (statement)), NULL);

  return *words == '\0' || sf_search_text_matches (text, words);
}

/* What stays is not touched: it may have the focus. */
static void
on_search_changed_cb (SfStatementMatrix *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search));
  g_autoptr (GHashTable) parts = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->boxes->len; i++)
    {
      GtkWidget *cell = gtk_widget_get_parent (self->boxes->pdata[i]);
      gboolean shown = matches (self->boxes->pdata[i], words);

      gtk_widget_set_visible (cell, shown);
      if (shown)
        g_hash_table_add (parts, gtk_widget_get_ancestor (cell, GTK_TYPE_BOX));
    }
  for (GtkWidget *part = gtk_widget_get_first_child (self->body); part != NULL;
       part = gtk_widget_get_next_sibling (part))
    gtk_widget_set_visible (part, g_hash_table_contains (parts, part));
  gtk_widget_set_visible (self->nothing, g_hash_table_size (parts) == 0);
}

/* Enter goes to the first that is left, also before the entry has told what was typed last. */
static void
on_search_activate_cb (SfStatementMatrix *self)
{
  on_search_changed_cb (self);
  for (guint i = 0; i < self->boxes->len; i++)
    if (gtk_widget_get_visible (gtk_widget_get_parent (self->boxes->pdata[i])))
      {
        gtk_widget_grab_focus (self->boxes->pdata[i]);
        return;
      }
}

/* --- building -----------------------------------------------------------------------------------
 */

static GHashTable *
count_links (SfStatementMatrix *self)
{
  SfModel *model = sf_context_get_model (self->context);
  SfEvaluation *evaluation = sf_context_get_evaluation (self->context);
  GHashTable *counts = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->evidence->len; i++)
    {
      g_autoptr (GPtrArray) links
          = sf_model_list_referring (model, SF_TYPE_EVIDENCE_LINK, SF_EVIDENCE_LINK_EVIDENCE,
                                     self->evidence->pdata[i]);

      for (guint j = 0; j < links->len; j++)
        if (sf_record_refers_to (links->pdata[j], SF_EVIDENCE_LINK_EVALUATION, evaluation))
          {
            const char *code = sf_evidence_link_get_statement_code (links->pdata[j]);
            guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, code));

            g_hash_table_insert (counts, (gpointer)code, GUINT_TO_POINTER (n + 1));
          }
    }
  return counts;
}

static void
set_before (SfStatementMatrix *self, GtkWidget *box, guint before)
{
  gboolean mixed = before > 0 && before < self->evidence->len;

  g_object_set_data (G_OBJECT (box), "sf-before", GUINT_TO_POINTER (before));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (box), before == self->evidence->len);
  gtk_check_button_set_inconsistent (GTK_CHECK_BUTTON (box), mixed);
  if (mixed)
    {
      g_autofree char *text
          = g_strdup_printf (_ ("%u of %u are linked"), before, self->evidence->len);

      gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                      text, -1);
    }
}

static GtkWidget *
create_cell (SfStatementMatrix *self, SfStatement *statement, GHashTable *counts)
{
  g_autofree char *text = g_strdup_printf ("%s  %s", sf_statement_get_code (statement),
                                           sf_statement_get_title (statement));
  GtkWidget *cell = gtk_flow_box_child_new ();
  GtkWidget *box = gtk_check_button_new ();
  GtkWidget *label = sf_part_label (text, NULL);
  guint before = GPOINTER_TO_UINT (g_hash_table_lookup (counts, sf_statement_get_code (statement)));

  gtk_label_set_max_width_chars (GTK_LABEL (label), CHARS);
  gtk_label_set_width_chars (GTK_LABEL (label), 24);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (box), label);
  gtk_widget_set_tooltip_text (box, sf_statement_get_text (statement));
  sf_part_set_name (box, text);
  sf_part_set_name (cell, text);
  g_object_set_data (G_OBJECT (box), "sf-statement", statement);
  set_before (self, box, before);
  g_signal_connect (box, "toggled", G_CALLBACK (on_toggled_cb), self);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (cell), box);
  /* the box takes the focus, not the cell around it */
  gtk_widget_set_focusable (cell, FALSE);
  g_ptr_array_add (self->boxes, box);
  return cell;
}

static GtkWidget *
create_area (SfStatementMatrix *self, SfKeyArea *area, GHashTable *counts)
{
  GtkWidget *part = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *flow = gtk_flow_box_new ();
  GPtrArray *statements = sf_key_area_get_statements (area);

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (flow), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (flow), COLUMNS_MOST);
  gtk_flow_box_set_homogeneous (GTK_FLOW_BOX (flow), TRUE);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (flow), 12);
  for (guint i = 0; i < statements->len; i++)
    gtk_flow_box_append (GTK_FLOW_BOX (flow), create_cell (self, statements->pdata[i], counts));
  sf_part_set_name (flow, sf_key_area_get_title (area));
  gtk_box_append (GTK_BOX (part), sf_part_heading (sf_key_area_get_title (area)));
  gtk_box_append (GTK_BOX (part), flow);
  return part;
}

static void
fill (SfStatementMatrix *self)
{
  SfFramework *framework = sf_context_get_framework (self->context);
  GPtrArray *areas = framework != NULL ? sf_framework_get_areas (framework) : NULL;
  g_autoptr (GHashTable) counts = count_links (self);

  for (guint i = 0; areas != NULL && i < areas->len; i++)
    if (sf_key_area_get_statements (areas->pdata[i])->len > 0)
      gtk_box_append (GTK_BOX (self->body), create_area (self, areas->pdata[i], counts));
}

static GtkWidget *
create_bar (SfStatementMatrix *self)
{
  GtkWidget *bar = adw_header_bar_new ();
  GtkWidget *cancel = sf_button_new (_ ("_Cancel"));

  self->done = sf_button_new (_ ("_Done"));
  gtk_widget_add_css_class (self->done, "suggested-action");
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (gtk_window_close), self);
  g_signal_connect_swapped (self->done, "clicked", G_CALLBACK (on_done_cb), self);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), self->done);
  return bar;
}

static void
on_keep_answer_cb (const char *answer, gpointer data)
{
  g_autoptr (SfStatementMatrix) self = data;

  if (self->boxes == NULL)
    return; /* gone meanwhile */
  if (g_strcmp0 (answer, "keep") == 0)
    on_done_cb (self);
  else if (g_strcmp0 (answer, "drop") == 0)
    gtk_window_close (GTK_WINDOW (self));
}

/* Escape may have been meant for something else: what was ticked is not dropped without asking. */
static void
leave (SfStatementMatrix *self)
{
  const SfAnswer answers[] = {
    { "drop", _ ("Drop the changes"), SF_ANSWER_DESTRUCTIVE },
    { "back", _ ("Go on ticking"), SF_ANSWER_PLAIN },
    { "keep", _ ("Keep the changes"), SF_ANSWER_SUGGESTED },
  };

  if (gtk_widget_get_sensitive (self->done))
    sf_message_ask (GTK_WIDGET (self), _ ("Keep the changed ticks?"),
                    _ ("The statements that you ticked are not linked yet."), NULL, answers,
                    G_N_ELEMENTS (answers), on_keep_answer_cb, g_object_ref (self));
  else
    gtk_window_close (GTK_WINDOW (self));
}

/* Escape: first what was looked for goes, then the window. */
static void
on_stop_search_cb (SfStatementMatrix *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  else
    leave (self);
}

static GtkWidget *
create_tools (SfStatementMatrix *self)
{
  GtkWidget *tools = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->search = gtk_search_entry_new ();
  g_object_set (self->search, "placeholder-text", _ ("Code or words of a statement"), NULL);
  sf_part_set_name (self->search, _ ("Code or words of a statement"));
  gtk_widget_set_hexpand (self->search, TRUE);
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (on_search_changed_cb),
                            self);
  g_signal_connect_swapped (self->search, "activate", G_CALLBACK (on_search_activate_cb), self);
  g_signal_connect_swapped (self->search, "stop-search", G_CALLBACK (on_stop_search_cb), self);
  self->said = gtk_label_new (NULL);
  gtk_box_append (GTK_BOX (tools), self->search);
  gtk_box_append (GTK_BOX (tools), self->said);
  gtk_widget_add_css_class (tools, "sf-tools");
  return tools;
}

/* Space ticks; Enter ends, as in other windows, and so does Ctrl+Enter while one searches. */
static gboolean
on_key_cb (GtkEventControllerKey *controller,
           guint key,
           guint code,
           GdkModifierType state,
           SfStatementMatrix *self)
{
  gboolean enter = key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_ISO_Enter;

  if (!enter || !gtk_widget_get_sensitive (self->done)
      || ((state & GDK_CONTROL_MASK) == 0
          && !GTK_IS_CHECK_BUTTON (gtk_window_get_focus (GTK_WINDOW (self)))))
    return GDK_EVENT_PROPAGATE;
  on_done_cb (self);
  return GDK_EVENT_STOP;
}

static void
add_keys (SfStatementMatrix *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
build (SfStatementMatrix *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *inner = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  self->nothing = sf_part_label (_ ("No statement has these words."), "dim-label");
  gtk_widget_set_visible (self->nothing, FALSE);
  gtk_box_append (GTK_BOX (inner), self->nothing);
  gtk_box_append (GTK_BOX (inner), self->body);
  gtk_widget_add_css_class (inner, "sf-page-body");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), inner);
  gtk_widget_set_focusable (scrolled, FALSE);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (content), create_bar (self));
  gtk_box_append (GTK_BOX (content), create_tools (self));
  gtk_box_append (GTK_BOX (content), scrolled);
  adw_window_set_content (ADW_WINDOW (self), content);
  add_keys (self);
  fill (self);
  say (self);
}

static gboolean
on_escape_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  leave (SF_STATEMENT_MATRIX (widget));
  return TRUE;
}

static void
sf_statement_matrix_dispose (GObject *object)
{
  SfStatementMatrix *self = SF_STATEMENT_MATRIX (object);

  g_clear_pointer (&self->boxes, g_ptr_array_unref);
  g_clear_pointer (&self->evidence, g_ptr_array_unref);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (sf_statement_matrix_parent_class)->dispose (object);
}

static void
sf_statement_matrix_class_init (SfStatementMatrixClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sf_statement_matrix_dispose;
  gtk_widget_class_add_binding (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, on_escape_cb, NULL);
}

static void
sf_statement_matrix_init (SfStatementMatrix *self)
{
  self->boxes = g_ptr_array_new ();
}

/* Short, for it stands between two buttons, in large text too. */
static char *
make_title (GPtrArray *evidence)
{
  if (evidence->len == 1)
    return g_strdup (_ ("What it speaks for"));
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "What %u piece speaks for",
                                       "What %u pieces speak for", evidence->len),
                          evidence->len);
}

void
sf_statement_matrix_present (GtkWidget *parent, SfContext *context, GPtrArray *evidence)
{
  SfStatementMatrix *self;
  g_autofree char *title = NULL;
  GtkRoot *root;

  g_return_if_fail (SF_IS_CONTEXT (context));
  g_return_if_fail (evidence != NULL && evidence->len > 0);

  root = gtk_widget_get_root (parent);
  title = make_title (evidence);
  self = g_object_new (SF_TYPE_STATEMENT_MATRIX, "title", title, "modal", TRUE, "transient-for",
                       root, "default-width", 820, "default-height", 600, NULL);
  self->context = g_object_ref (context);
  self->evidence = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < evidence->len; i++)
    g_ptr_array_add (self->evidence, g_object_ref (evidence->pdata[i]));
  build (self);
  gtk_widget_grab_focus (self->search);
  gtk_window_present (GTK_WINDOW (self));
}
