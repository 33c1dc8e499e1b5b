/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-area-page.h"

#include "model/sf-area-grade.h"
#include "model/sf-progress.h"
#include "ui/sf-area-grade-editor.h"
#include "ui/sf-columns.h"
#include "ui/sf-evidence-panel.h"
#include "ui/sf-parts.h"
#include "ui/sf-paste-key.h"
#include "ui/sf-statement-editor.h"
#include "ui/sf-statement-list.h"
#include "ui/sf-string.h"
#include "ui/sf-target-panel.h"
#include "ui/sf-views-panel.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _SfAreaPage
{
  SfPage parent_instance;

  GtkWidget *columns;
  GtkWidget *list; /* NULL for the whole centre */
  GtkWidget *main; /* one of the two editors is to be seen; a GtkStack would ask for more room */
  GtkWidget *grade;
  GtkWidget *editor; /* NULL for the whole centre, as are the panels */
  GtkWidget *aside;
  GtkWidget *evidence;
  GtkWidget *targets;
  GtkWidget *views;

  SfKeyArea *area; /* NULL: the whole centre */
  char *item;
};

G_DEFINE_FINAL_TYPE (SfAreaPage, sf_area_page, SF_TYPE_PAGE)

static gboolean
is_grade (const char *item)
{
  return g_strcmp0 (item, SF_ITEM_GRADE) == 0;
}

/* --- items
 * ---------------------------------------------------------------------------------------- */

static SfStatement *
find_statement (SfAreaPage *self, const char *code)
{
  GPtrArray *statements = self->area != NULL ? sf_key_area_get_statements (self->area) : NULL;

  for (guint i = 0; statements != NULL && i < statements->len; i++)
    if (g_strcmp0 (sf_statement_get_code (statements->pdata[i]), code) == 0)
      return statements->pdata[i];
  return NULL;
}

/* The grade comes before the first statement. NULL beyond the ends. */
static const char *
find_neighbour (SfAreaPage *self, int step)
{
  GPtrArray *statements = self->area != NULL ? sf_key_area_get_statements (self->area) : NULL;
  int at = -1;

  for (guint i = 0; statements != NULL && i < statements->len; i++)
    if (g_strcmp0 (sf_statement_get_code (statements->pdata[i]), self->item) == 0)
      at = (int)i;
  at += step;
  if (at == -1)
    return SF_ITEM_GRADE;
  if (at < -1 || statements == NULL || at >= (int)statements->len)
    return NULL;
  return sf_statement_get_code (statements->pdata[at]);
}

static SfEditorPlace
get_place (SfAreaPage *self)
{
  if (is_grade (self->item))
    return sf_area_grade_editor_get_place (SF_AREA_GRADE_EDITOR (self->grade));
  return sf_statement_editor_get_place (SF_STATEMENT_EDITOR (self->editor));
}

static void
focus_place (SfAreaPage *self, SfEditorPlace place)
{
  if (is_grade (self->item))
    sf_area_grade_editor_focus_place (SF_AREA_GRADE_EDITOR (self->grade), place);
  else
    sf_statement_editor_focus_place (SF_STATEMENT_EDITOR (self->editor), place);
}

/* Shows @item without moving the focus. */
static void
set_item (SfAreaPage *self, const char *item)
{
  SfStatement *statement = find_statement (self, item);
  gboolean was_grade = self->item == NULL || is_grade (self->item);

  if (!sf_string_set (&self->item, statement != NULL ? item : SF_ITEM_GRADE))
    return;
  if (statement != NULL)
    {
      sf_statement_editor_show (SF_STATEMENT_EDITOR (self->editor), statement);
      sf_evidence_panel_show (SF_EVIDENCE_PANEL (self->evidence), statement);
      sf_target_panel_show (SF_TARGET_PANEL (self->targets), statement);
      sf_views_panel_show (SF_VIEWS_PANEL (self->views), statement);
      /* while the grade was shown, nobody told them what changed */
      if (was_grade)
        sf_page_queue_refresh (SF_PAGE (self));
    }
  else
    sf_area_grade_editor_refresh (SF_AREA_GRADE_EDITOR (self->grade));
  if (self->aside != NULL)
    gtk_widget_set_visible (self->aside, statement != NULL);
  gtk_widget_set_visible (self->grade, statement == NULL);
  if (self->editor != NULL)
    gtk_widget_set_visible (self->editor, statement != NULL);
  if (self->list != NULL)
    sf_statement_list_select (SF_STATEMENT_LIST (self->list), self->item);
  sf_page_moved (SF_PAGE (self));
}

static void
scroll_to_top (SfAreaPage *self)
{
  gtk_adjustment_set_value (sf_columns_get_vadjustment (SF_COLUMNS (self->columns)), 0);
}

/* To the next statement or the one before, at work in the same place as here. */
static gboolean
walk (SfAreaPage *self, int step)
{
  const char *item = find_neighbour (self, step);
  gboolean in_list = sf_part_has_focus (self->list);
  SfEditorPlace place = get_place (self);

  if (item == NULL)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return TRUE;
    }
  set_item (self, item);
  if (in_list)
    sf_statement_list_focus (SF_STATEMENT_LIST (self->list));
  else
    focus_place (self, place == SF_PLACE_NONE ? SF_PLACE_LEVEL : place);
  if (place < SF_PLACE_STRENGTHS)
    scroll_to_top (self);
  return TRUE;
}

static void
on_chosen_cb (SfStatementList *list, const char *item, SfAreaPage *self)
{
  set_item (self, item);
  scroll_to_top (self);
}

static void
on_entered_cb (SfStatementList *list, SfAreaPage *self)
{
  sf_columns_show_main (SF_COLUMNS (self->columns), TRUE);
  /* who clicked looks at the statement first; with the focus on a level, and no ring to show it,
   * the first space of a sentence would judge it */
  if (!sf_statement_list_is_by_pointer (list))
    focus_place (self, SF_PLACE_LEVEL);
}

/* --- keys
 * ----------------------------------------------------------------------------------------- */

static gboolean
on_walk_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  return walk (SF_AREA_PAGE (widget), g_variant_get_int32 (args));
}

static gboolean
on_level_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  SfAreaPage *self = SF_AREA_PAGE (widget);
  guint nth = (guint)g_variant_get_int32 (args);

  if (is_grade (self->item))
    return sf_area_grade_editor_choose_level (SF_AREA_GRADE_EDITOR (self->grade), nth);
  return sf_statement_editor_choose_level (SF_STATEMENT_EDITOR (self->editor), nth);
}

static gboolean
on_paste_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  SfAreaPage *self = SF_AREA_PAGE (widget);

  return !is_grade (self->item) && sf_evidence_panel_paste (SF_EVIDENCE_PANEL (self->evidence));
}

/* From column to column; past the last the window goes on. */
static gboolean
on_next_pane_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  SfAreaPage *self = SF_AREA_PAGE (widget);

  if (sf_part_has_focus (self->list))
    {
      on_entered_cb (SF_STATEMENT_LIST (self->list), self);
      return TRUE;
    }
  if (sf_part_has_focus (self->main) && self->aside != NULL && gtk_widget_get_visible (self->aside))
    return gtk_widget_child_focus (self->aside, GTK_DIR_TAB_FORWARD);
  return FALSE;
}

static void
add_shortcut (GtkEventController *controller,
              guint key,
              GdkModifierType modifiers,
              GtkShortcutFunc func,
              int argument)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (key, modifiers),
                                            gtk_callback_action_new (func, NULL, NULL));

  gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 (argument));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
}

static void
add_keys (SfAreaPage *self)
{
  GtkEventController *first = gtk_shortcut_controller_new ();
  GtkEventController *last = gtk_shortcut_controller_new ();

  /* before the text views, which know some of these keys themselves */
  gtk_event_controller_set_propagation_phase (first, GTK_PHASE_CAPTURE);
  add_shortcut (first, GDK_KEY_Down, GDK_ALT_MASK, on_walk_cb, 1);
  add_shortcut (first, GDK_KEY_Up, GDK_ALT_MASK, on_walk_cb, -1);
  add_shortcut (first, GDK_KEY_KP_Down, GDK_ALT_MASK, on_walk_cb, 1);
  add_shortcut (first, GDK_KEY_KP_Up, GDK_ALT_MASK, on_walk_cb, -1);
  for (int i = 0; i < 9; i++)
    {
      add_shortcut (first, GDK_KEY_1 + (guint)i, GDK_ALT_MASK, on_level_cb, i);
      add_shortcut (first, GDK_KEY_KP_1 + (guint)i, GDK_ALT_MASK, on_level_cb, i);
    }
  gtk_widget_add_controller (GTK_WIDGET (self), first);
  sf_paste_key_add (GTK_WIDGET (self), on_paste_cb);
  /* after them */
  add_shortcut (last, GDK_KEY_F6, 0, on_next_pane_cb, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), last);
}

/* --- what the window asks
 * ------------------------------------------------------------------------- */

static void
sf_area_page_refresh (SfPage *page)
{
  SfAreaPage *self = SF_AREA_PAGE (page);

  if (self->list != NULL)
    sf_statement_list_refresh (SF_STATEMENT_LIST (self->list));
  if (is_grade (self->item))
    {
      sf_area_grade_editor_refresh (SF_AREA_GRADE_EDITOR (self->grade));
      return;
    }
  sf_statement_editor_refresh (SF_STATEMENT_EDITOR (self->editor));
  sf_evidence_panel_refresh (SF_EVIDENCE_PANEL (self->evidence));
  sf_target_panel_refresh (SF_TARGET_PANEL (self->targets));
  sf_views_panel_refresh (SF_VIEWS_PANEL (self->views));
}

static void
sf_area_page_show_item (SfPage *page, const char *item)
{
  SfAreaPage *self = SF_AREA_PAGE (page);

  set_item (self, item);
  scroll_to_top (self);
  sf_columns_show_main (SF_COLUMNS (self->columns), TRUE);
  focus_place (self, SF_PLACE_LEVEL);
}

static void
sf_area_page_focus_first (SfPage *page)
{
  SfAreaPage *self = SF_AREA_PAGE (page);

  if (self->list != NULL && sf_columns_get_folded (SF_COLUMNS (self->columns))
      && !sf_columns_get_showing_main (SF_COLUMNS (self->columns)))
    sf_statement_list_focus (SF_STATEMENT_LIST (self->list));
  else
    focus_place (self, SF_PLACE_LEVEL);
}

static gboolean
sf_area_page_focus_list (SfPage *page)
{
  SfAreaPage *self = SF_AREA_PAGE (page);

  if (self->list == NULL)
    return FALSE;
  sf_statement_list_focus (SF_STATEMENT_LIST (self->list));
  return TRUE;
}

static char *
sf_area_page_dup_item (SfPage *page)
{
  return g_strdup (SF_AREA_PAGE (page)->item);
}

static GtkWidget *
sf_area_page_get_columns (SfPage *page)
{
  return SF_AREA_PAGE (page)->columns;
}

static const char *
sf_area_page_get_help (SfPage *page)
{
  return "key-area";
}

static void
on_writer_changed_cb (SfWorkbook *workbook, GParamSpec *pspec, SfPage *self)
{
  sf_page_queue_refresh (self);
}

/* --- the object
 * ----------------------------------------------------------------------------------- */

static void
build_aside (SfAreaPage *self)
{
  SfContext *context = sf_page_get_context (SF_PAGE (self));

  self->aside = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->evidence = sf_evidence_panel_new (context);
  self->targets = sf_target_panel_new (context);
  self->views = sf_views_panel_new (context);
  gtk_box_append (GTK_BOX (self->aside), self->evidence);
  gtk_box_append (GTK_BOX (self->aside), self->targets);
  gtk_box_append (GTK_BOX (self->aside), self->views);
  sf_evidence_panel_accept_drops (SF_EVIDENCE_PANEL (self->evidence), self->editor);
  sf_columns_set_aside (SF_COLUMNS (self->columns), self->aside);
}

static void
build (SfAreaPage *self)
{
  SfContext *context = sf_page_get_context (SF_PAGE (self));

  self->columns = sf_columns_new ();
  sf_columns_set_chars (SF_COLUMNS (self->columns), 40, 56, 32);
  self->main = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->grade = sf_area_grade_editor_new (context, self->area);
  gtk_box_append (GTK_BOX (self->main), self->grade);
  if (self->area != NULL)
    {
      self->list = sf_statement_list_new (context, self->area);
      self->editor = sf_statement_editor_new (context);
      gtk_box_append (GTK_BOX (self->main), self->editor);
      g_signal_connect (self->list, "chosen", G_CALLBACK (on_chosen_cb), self);
      g_signal_connect (self->list, "entered", G_CALLBACK (on_entered_cb), self);
      sf_columns_set_list (SF_COLUMNS (self->columns), self->list);
    }
  sf_columns_set_main (SF_COLUMNS (self->columns), self->main);
  if (self->area != NULL)
    build_aside (self);
  gtk_widget_add_css_class (self->columns, "area-columns");
  adw_bin_set_child (ADW_BIN (self), self->columns);
}

/* An area of which nothing is said yet begins with its grade: six of them and two sentences each
 * are a complete first report. */
static gboolean
is_untouched (SfAreaPage *self)
{
  SfContext *context = sf_page_get_context (SF_PAGE (self));
  SfModel *model = sf_context_get_model (context);
  SfEvaluation *evaluation = sf_context_get_evaluation (context);
  SfProgress progress;

  if (evaluation == NULL || self->area == NULL)
    return TRUE;
  sf_progress_of (model, evaluation, self->area, &progress);
  return progress.judged + progress.not_applicable + progress.head_judged == 0
         && sf_area_grade_get_level (model, evaluation, self->area) == NULL;
}

static void
sf_area_page_constructed (GObject *object)
{
  SfAreaPage *self = SF_AREA_PAGE (object);
  SfPage *page = SF_PAGE (object);
  const char *code = strchr (sf_page_get_page_id (page), ':');
  SfFramework *framework;
  GPtrArray *statements;

  G_OBJECT_CLASS (sf_area_page_parent_class)->constructed (object);
  framework = sf_context_get_framework (sf_page_get_context (page));
  if (framework != NULL && code != NULL)
    self->area = sf_framework_find_area (framework, code + 1);
  sf_page_set_title (page, self->area != NULL ? sf_key_area_get_title (self->area)
                                              : _ ("The whole centre"));
  build (self);
  add_keys (self);
  statements = self->area != NULL ? sf_key_area_get_statements (self->area) : NULL;
  set_item (self, statements != NULL && !is_untouched (self)
                      ? sf_statement_get_code (statements->pdata[0])
                      : SF_ITEM_GRADE);
  g_signal_connect_object (sf_context_get_workbook (sf_page_get_context (page)), "notify::writer",
                           G_CALLBACK (on_writer_changed_cb), self, 0);
}

static void
sf_area_page_finalize (GObject *object)
{
  g_free (SF_AREA_PAGE (object)->item);
  G_OBJECT_CLASS (sf_area_page_parent_class)->finalize (object);
}

static void
sf_area_page_class_init (SfAreaPageClass *klass)
{
  SfPageClass *page_class = SF_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = sf_area_page_constructed;
  G_OBJECT_CLASS (klass)->finalize = sf_area_page_finalize;
  page_class->refresh = sf_area_page_refresh;
  page_class->show_item = sf_area_page_show_item;
  page_class->focus_first = sf_area_page_focus_first;
  page_class->focus_list = sf_area_page_focus_list;
  page_class->dup_item = sf_area_page_dup_item;
  page_class->get_columns = sf_area_page_get_columns;
  page_class->get_help = sf_area_page_get_help;
}

static void
sf_area_page_init (SfAreaPage *self)
{
}
