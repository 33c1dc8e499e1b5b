/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-evidence-drag.h"

#include "workbook/sf-workbook-edit.h"

#include <glib/gi18n-lib.h>

#define REST 600 /* ms that a drag rests on a section until it opens */

typedef GPtrArray SfEvidenceDrag;

G_DEFINE_BOXED_TYPE (SfEvidenceDrag, sf_evidence_drag, g_ptr_array_ref, g_ptr_array_unref)

GdkContentProvider *
sf_evidence_drag_new_content (GPtrArray *evidence)
{
  return gdk_content_provider_new_typed (SF_TYPE_EVIDENCE_DRAG, evidence);
}

GtkWidget *
sf_evidence_drag_create_icon (GPtrArray *evidence)
{
  g_autofree char *text = NULL;
  GtkWidget *label;

  if (evidence->len == 1)
    text = g_strdup (sf_evidence_get_title (evidence->pdata[0]));
  else
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u piece of evidence",
                                         "%u pieces of evidence", evidence->len),
                            evidence->len);
  label = gtk_label_new (text);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_widget_add_css_class (label, "sf-drag");
  return label;
}

/* --- dropping -----------------------------------------------------------------------------------
 */

typedef struct
{
  SfContext *context;
  SfEvidenceDropCode find;
  gpointer data;
} Accept;

static void
accept_free (gpointer data, GClosure *closure)
{
  Accept *accept = data;

  g_object_unref (accept->context);
  g_free (accept);
}

static gboolean
link_dropped (SfContext *context, GPtrArray *evidence, const char *code)
{
  const char *const codes[] = { code, NULL };
  g_autofree char *text = NULL;
  GError *error = NULL;
  guint n = 0;
  gboolean ok
      = sf_workbook_link_many (sf_context_get_workbook (context), evidence,
                               sf_context_get_evaluation (context), codes, NULL, &n, &error);

  if (!sf_context_check (context, ok, error))
    return FALSE;
  if (n == 0)
    text = g_strdup_printf (_ ("It speaks for %s already."), code);
  else
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Linked with %s.",
                                         "%2$u pieces of evidence were linked with %1$s.", n),
                            code, n);
  sf_context_say (context, text, n > 0);
  return TRUE;
}

static gboolean
on_drop_cb (GtkDropTarget *drop, const GValue *value, double x, double y, gpointer data)
{
  Accept *accept = data;
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (drop));
  const char *code = accept->find (widget, y, accept->data);

  return code != NULL && G_VALUE_HOLDS (value, SF_TYPE_EVIDENCE_DRAG)
         && link_dropped (accept->context, g_value_get_boxed (value), code);
}

static GdkDragAction
on_motion_cb (GtkDropTarget *drop, double x, double y, gpointer data)
{
  Accept *accept = data;
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (drop));

  return sf_context_can_edit (accept->context) && accept->find (widget, y, accept->data) != NULL
             ? GDK_ACTION_COPY
             : 0;
}

static void
on_hover_cb (GtkDropTarget *drop)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (drop));

  if (gtk_drop_target_get_current_drop (drop) != NULL)
    gtk_widget_add_css_class (widget, "drop-here");
  else
    gtk_widget_remove_css_class (widget, "drop-here");
}

void
sf_evidence_drag_accept (GtkWidget *widget,
                         SfContext *context,
                         SfEvidenceDropCode find,
                         gpointer data)
{
  GtkDropTarget *drop = gtk_drop_target_new (SF_TYPE_EVIDENCE_DRAG, GDK_ACTION_COPY);
  Accept *accept = g_new0 (Accept, 1);

  g_return_if_fail (SF_IS_CONTEXT (context));

  accept->context = g_object_ref (context);
  accept->find = find;
  accept->data = data;
  g_signal_connect_data (drop, "drop", G_CALLBACK (on_drop_cb), accept, accept_free, 0);
  g_signal_connect (drop, "motion", G_CALLBACK (on_motion_cb), accept);
  g_signal_connect (drop, "notify::current-drop", G_CALLBACK (on_hover_cb), NULL);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drop));
}

/* --- opening a page -----------------------------------------------------------------------------
 */

typedef struct
{
  SfContext *context;
  const char *page_id;
  guint id;
} Opening;

static void
opening_free (gpointer data, GClosure *closure)
{
  Opening *opening = data;

  g_clear_handle_id (&opening->id, g_source_remove);
  g_object_unref (opening->context);
  g_free (opening);
}

static gboolean
on_rested_cb (gpointer data)
{
  Opening *opening = data;

  opening->id = 0;
  sf_context_go (opening->context, opening->page_id, NULL);
  return G_SOURCE_REMOVE;
}

static gboolean
is_evidence (GtkDropControllerMotion *motion)
{
  GdkDrop *drop = gtk_drop_controller_motion_get_drop (motion);

  return drop != NULL
         && gdk_content_formats_contain_gtype (gdk_drop_get_formats (drop), SF_TYPE_EVIDENCE_DRAG);
}

static void
on_contains_cb (GtkDropControllerMotion *motion, GParamSpec *pspec, gpointer data)
{
  Opening *opening = data;

  g_clear_handle_id (&opening->id, g_source_remove);
  if (gtk_drop_controller_motion_contains_pointer (motion) && is_evidence (motion))
    opening->id = g_timeout_add (REST, on_rested_cb, opening);
}

void
sf_evidence_drag_open_page (GtkWidget *widget, SfContext *context, const char *page_id)
{
  GtkEventController *motion = gtk_drop_controller_motion_new ();
  Opening *opening = g_new0 (Opening, 1);

  opening->context = g_object_ref (context);
  opening->page_id = page_id;
  g_signal_connect_data (motion, "notify::contains-pointer", G_CALLBACK (on_contains_cb), opening,
                         opening_free, 0);
  gtk_widget_add_controller (widget, motion);
}
