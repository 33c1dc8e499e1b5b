/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-list-page.h"

#include "ui/sf-columns.h"
#include "ui/sf-parts.h"
#include "ui/sf-view-switch.h"

#include <glib/gi18n-lib.h>

#define ASIDE_CHARS 38

typedef struct
{
  GtkWidget *stack;
  GtkWidget *columns;
  GtkWidget *pane;
  GtkWidget *list;
  GtkWidget *main;
  GtkWidget *aside;
  GtkWidget *views;  /* an SfViewSwitch; NULL where the list is the only view */
  GtkWidget *chosen; /* a stack with the list and the other view */
  SfUuid awaited;
  gboolean waiting;
  SfRecord *shown;
} SfListPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (SfListPage, sf_list_page, SF_TYPE_PAGE)

#define PRIV(self) ((SfListPagePrivate *)sf_list_page_get_instance_private (self))

static void
show_record (SfListPage *self, gpointer record)
{
  SfListPagePrivate *priv = PRIV (self);

  g_set_object (&priv->shown, record);
  gtk_widget_set_visible (priv->main, record != NULL);
  if (priv->aside != NULL)
    gtk_widget_set_visible (priv->aside, record != NULL);
  SF_LIST_PAGE_GET_CLASS (self)->show (self, record);
}

static void
on_record_selected_cb (SfRecordList *list, SfRecord *record, SfListPage *self)
{
  if (record != PRIV (self)->shown)
    {
      show_record (self, record);
      /* of another record one begins at the top */
      sf_page_forget_focus (PRIV (self)->main);
      gtk_adjustment_set_value (sf_columns_get_vadjustment (SF_COLUMNS (PRIV (self)->columns)), 0);
    }
}

/* Its first field: where one was before, GTK would go on from there. */
static void
focus_form (SfListPage *self)
{
  sf_page_forget_focus (PRIV (self)->main);
  gtk_widget_child_focus (PRIV (self)->main, GTK_DIR_TAB_FORWARD);
}

static void
on_record_activated_cb (SfRecordList *list, SfRecord *record, SfListPage *self)
{
  SfColumns *columns = SF_COLUMNS (PRIV (self)->columns);

  sf_record_list_select (list, record);
  sf_columns_show_main (columns, TRUE);
  if (sf_columns_get_folded (columns))
    focus_form (self);
}

static void
describe_record (gpointer record, SfRecordText *text, gpointer data)
{
  SF_LIST_PAGE_GET_CLASS (data)->describe (data, record, text);
}

/* Shows what was asked for, once it has reached the model. TRUE if it was shown. */
static gboolean
show_awaited (SfListPage *self)
{
  SfListPagePrivate *priv = PRIV (self);
  SfModel *model = sf_context_get_model (sf_page_get_context (SF_PAGE (self)));
  gpointer record = priv->waiting ? sf_model_find (model, &priv->awaited) : NULL;

  if (record == NULL)
    return FALSE;
  if (!sf_record_list_select (SF_RECORD_LIST (priv->list), record))
    return FALSE;
  priv->waiting = FALSE;
  sf_columns_show_main (SF_COLUMNS (priv->columns), TRUE);
  focus_form (self);
  return TRUE;
}

static void
update_list (SfListPage *self, gpointer keep)
{
  SfListPagePrivate *priv = PRIV (self);
  gboolean any = FALSE;
  g_autoptr (GPtrArray) records = SF_LIST_PAGE_GET_CLASS (self)->list (self, keep, &any);

  sf_record_list_set_records (SF_RECORD_LIST (priv->list), records);
  gtk_stack_set_visible_child_name (GTK_STACK (priv->stack), any ? "list" : "empty");
}

/* --- another view -------------------------------------------------------------------------- */

static gboolean
shows_other (SfListPage *self)
{
  GtkWidget *views = PRIV (self)->views;

  return views != NULL && sf_view_switch_get_other (SF_VIEW_SWITCH (views));
}

static void
on_switched_cb (SfListPage *self)
{
  SfListPagePrivate *priv = PRIV (self);
  gboolean other = shows_other (self);

  if (other)
    {
      SF_LIST_PAGE_GET_CLASS (self)->show_view (self);
      /* there is nothing to go back from */
      sf_columns_show_main (SF_COLUMNS (priv->columns), FALSE);
    }
  gtk_stack_set_visible_child_name (GTK_STACK (priv->chosen), other ? "other" : "list");
}

void
sf_list_page_peek_view (SfListPage *self, gboolean other)
{
  SfListPagePrivate *priv;

  g_return_if_fail (SF_IS_LIST_PAGE (self));

  priv = PRIV (self);
  if (priv->views == NULL || shows_other (self))
    return;
  if (other)
    SF_LIST_PAGE_GET_CLASS (self)->show_view (self);
  gtk_stack_set_visible_child_name (GTK_STACK (priv->chosen), other ? "other" : "list");
}

void
sf_list_page_add_view (SfListPage *self, GtkWidget *bar, GtkWidget *views, GtkWidget *view)
{
  SfListPagePrivate *priv;
  g_autoptr (GtkWidget) list = NULL;
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  g_return_if_fail (SF_IS_LIST_PAGE (self));
  g_return_if_fail (SF_LIST_PAGE_GET_CLASS (self)->show_view != NULL);

  priv = PRIV (self);
  list = g_object_ref (priv->stack);
  adw_bin_set_child (ADW_BIN (self), NULL);
  priv->views = views;
  priv->chosen = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (priv->chosen), list, "list");
  gtk_stack_add_named (GTK_STACK (priv->chosen), view, "other");
  gtk_widget_set_vexpand (priv->chosen, TRUE);
  gtk_widget_add_css_class (bar, "sf-view-bar");
  g_signal_connect_object (views, "switched", G_CALLBACK (on_switched_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (page), bar);
  gtk_box_append (GTK_BOX (page), priv->chosen);
  adw_bin_set_child (ADW_BIN (self), page);
}

/* --- as the window asks -------------------------------------------------------------------- */

static void
sf_list_page_refresh (SfPage *page)
{
  SfListPage *self = SF_LIST_PAGE (page);
  SfListPagePrivate *priv = PRIV (self);
  SfRecordList *list = SF_RECORD_LIST (priv->list);
  gpointer before = priv->shown;

  update_list (self, priv->waiting ? NULL : priv->shown);
  if (!show_awaited (self) && sf_record_list_get_selected (list) == NULL
      && sf_record_list_get_n_records (list) > 0)
    sf_record_list_select_first (list);
  if (priv->shown == before)
    show_record (self, priv->shown);
  if (shows_other (self))
    SF_LIST_PAGE_GET_CLASS (self)->show_view (self);
}

void
sf_list_page_filter_changed (SfListPage *self)
{
  SfRecordList *list;

  g_return_if_fail (SF_IS_LIST_PAGE (self));

  list = SF_RECORD_LIST (PRIV (self)->list);
  update_list (self, NULL);
  if (sf_record_list_get_selected (list) == NULL && sf_record_list_get_n_records (list) > 0)
    sf_record_list_select_first (list);
}

static void
sf_list_page_show_item (SfPage *page, const char *item)
{
  SfListPage *self = SF_LIST_PAGE (page);
  SfUuid uuid;

  if (!sf_uuid_parse (item, &uuid))
    return;
  sf_list_page_wait_for (self, &uuid);
}

void
sf_list_page_wait_for (SfListPage *self, const SfUuid *uuid)
{
  SfListPagePrivate *priv;

  g_return_if_fail (SF_IS_LIST_PAGE (self));

  priv = PRIV (self);
  priv->awaited = *uuid;
  priv->waiting = TRUE;
  if (priv->views != NULL)
    sf_view_switch_set_other (SF_VIEW_SWITCH (priv->views), FALSE);
  if (SF_LIST_PAGE_GET_CLASS (self)->clear_filters != NULL)
    SF_LIST_PAGE_GET_CLASS (self)->clear_filters (self);
  update_list (self, NULL);
  show_awaited (self);
}

static char *
sf_list_page_dup_item (SfPage *page)
{
  SfRecord *shown = PRIV (SF_LIST_PAGE (page))->shown;

  return shown != NULL ? sf_uuid_to_string (sf_record_get_uuid (shown)) : NULL;
}

static void
sf_list_page_focus_first (SfPage *page)
{
  SfListPagePrivate *priv = PRIV (SF_LIST_PAGE (page));

  if (sf_page_get_can_go_back (page))
    focus_form (SF_LIST_PAGE (page));
  else if (shows_other (SF_LIST_PAGE (page)))
    gtk_widget_child_focus (gtk_stack_get_visible_child (GTK_STACK (priv->chosen)),
                            GTK_DIR_TAB_FORWARD);
  else if (!gtk_widget_get_visible (priv->pane)
           || !sf_record_list_focus (SF_RECORD_LIST (priv->list)))
    gtk_widget_child_focus (GTK_WIDGET (page), GTK_DIR_TAB_FORWARD);
}

static gboolean
sf_list_page_focus_list (SfPage *page)
{
  return sf_record_list_focus (SF_RECORD_LIST (PRIV (SF_LIST_PAGE (page))->list));
}

static GtkWidget *
sf_list_page_get_columns (SfPage *page)
{
  return PRIV (SF_LIST_PAGE (page))->columns;
}

void
sf_list_page_set_list_visible (SfListPage *self, gboolean visible)
{
  g_return_if_fail (SF_IS_LIST_PAGE (self));

  gtk_widget_set_visible (PRIV (self)->pane, visible);
}

gpointer
sf_list_page_get_shown (SfListPage *self)
{
  g_return_val_if_fail (SF_IS_LIST_PAGE (self), NULL);

  return PRIV (self)->shown;
}

gboolean
sf_list_page_select (SfListPage *self, gpointer record)
{
  g_return_val_if_fail (SF_IS_LIST_PAGE (self), FALSE);

  return sf_record_list_select (SF_RECORD_LIST (PRIV (self)->list), record);
}

guint
sf_list_page_get_n_listed (SfListPage *self)
{
  g_return_val_if_fail (SF_IS_LIST_PAGE (self), 0);

  return sf_record_list_get_n_records (SF_RECORD_LIST (PRIV (self)->list));
}

static GtkWidget *
create_list_pane (SfListPage *self, const char *label, GtkWidget *tools)
{
  SfListPagePrivate *priv = PRIV (self);
  GtkWidget *pane = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *nothing = sf_part_label (_ ("Nothing here matches."), "dim-label");

  priv->pane = pane;
  gtk_widget_add_css_class (pane, "card");
  gtk_widget_add_css_class (pane, "sf-list-pane");
  gtk_widget_add_css_class (nothing, "sf-nothing");
  priv->list = sf_record_list_new (label, describe_record, self);
  sf_record_list_set_placeholder (SF_RECORD_LIST (priv->list), nothing);
  gtk_widget_set_vexpand (priv->list, TRUE);
  if (tools != NULL)
    {
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

      gtk_widget_add_css_class (box, "sf-tools");
      gtk_box_append (GTK_BOX (box), tools);
      gtk_box_append (GTK_BOX (pane), box);
    }
  gtk_box_append (GTK_BOX (pane), priv->list);
  g_signal_connect (priv->list, "record-selected", G_CALLBACK (on_record_selected_cb), self);
  g_signal_connect (priv->list, "record-activated", G_CALLBACK (on_record_activated_cb), self);
  return pane;
}

void
sf_list_page_build (SfListPage *self,
                    const char *label,
                    GtkWidget *tools,
                    GtkWidget *main,
                    GtkWidget *aside,
                    GtkWidget *empty)
{
  SfListPagePrivate *priv;

  g_return_if_fail (SF_IS_LIST_PAGE (self));

  priv = PRIV (self);
  priv->main = main;
  priv->aside = aside;
  priv->stack = gtk_stack_new ();
  priv->columns = sf_columns_new ();
  sf_columns_set_list (SF_COLUMNS (priv->columns), create_list_pane (self, label, tools));
  sf_columns_set_main (SF_COLUMNS (priv->columns), main);
  if (aside != NULL)
    {
      sf_columns_set_aside (SF_COLUMNS (priv->columns), aside);
      /* as wide as the forms that open in it: it does not change when one does */
      g_object_set (priv->columns, "aside-chars", ASIDE_CHARS, NULL);
    }
  gtk_widget_set_visible (main, FALSE);
  gtk_widget_set_valign (main, GTK_ALIGN_START);
  if (aside != NULL)
    gtk_widget_set_visible (aside, FALSE);
  gtk_stack_add_named (GTK_STACK (priv->stack), priv->columns, "list");
  gtk_stack_add_named (GTK_STACK (priv->stack), sf_part_scrolled (empty, 640), "empty");
  adw_bin_set_child (ADW_BIN (self), priv->stack);
}

static void
sf_list_page_dispose (GObject *object)
{
  SfListPagePrivate *priv = PRIV (SF_LIST_PAGE (object));

  if (priv->list != NULL)
    g_signal_handlers_disconnect_by_data (priv->list, object);
  priv->list = NULL;
  g_clear_object (&priv->shown);
  G_OBJECT_CLASS (sf_list_page_parent_class)->dispose (object);
}

static void
sf_list_page_class_init (SfListPageClass *klass)
{
  SfPageClass *page_class = SF_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sf_list_page_dispose;
  page_class->refresh = sf_list_page_refresh;
  page_class->show_item = sf_list_page_show_item;
  page_class->focus_first = sf_list_page_focus_first;
  page_class->focus_list = sf_list_page_focus_list;
  page_class->dup_item = sf_list_page_dup_item;
  page_class->get_columns = sf_list_page_get_columns;
}

static void
sf_list_page_init (SfListPage *self)
{
}
