/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-preview-window.h"

#include "base/sf-text.h"
#include "ui/sf-button.h"
#include "ui/sf-file-actions.h"
#include "ui/sf-menu-button.h"
#include "ui/sf-parts.h"
#include "ui/sf-preview-pages.h"
#include "ui/sf-zoom-view.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define SIZE 1600   /* pixels of a page's longest side: sharp where there is a window's room */
#define FINEST 2400 /* when it is zoomed; no finer one can be had */
#define WIDTH 920
#define HEIGHT 700

#define SF_TYPE_PREVIEW_WINDOW (sf_preview_window_get_type ())
G_DECLARE_FINAL_TYPE (SfPreviewWindow, sf_preview_window, SF, PREVIEW_WINDOW, AdwWindow)

struct _SfPreviewWindow
{
  AdwWindow parent_instance;

  SfContext *context;
  SfAttachment *attachment;
  SfPreviewPages *pages;
  guint page;
  guint n_pages;
  guint size;

  GtkWidget *title;
  GtkWidget *previous_file;
  GtkWidget *next_file;
  GtkWidget *save;
  GtkWidget *stack; /* "busy", "picture", "text", "nothing" */
  GtkWidget *spinner;
  GtkWidget *picture;
  GtkWidget *text;
  GtkWidget *nothing;
  GtkWidget *page_bar;
  GtkWidget *previous_page;
  GtkWidget *next_page;
  GtkWidget *page_label;
  GtkWidget *zoom_bar;
  GtkWidget *copy;
  GtkWidget *toasts;
};

G_DEFINE_FINAL_TYPE (SfPreviewWindow, sf_preview_window, ADW_TYPE_WINDOW)

/* --- the files of the evidence ------------------------------------------------------------- */

/* An older version stands alone: it is no file of the evidence any more. */
static GPtrArray *
list_files (SfPreviewWindow *self)
{
  SfModel *model = sf_context_get_model (self->context);
  SfEvidence *evidence = sf_model_find (model, sf_attachment_get_evidence (self->attachment));
  g_autoptr (GPtrArray) files
      = evidence != NULL ? sf_model_list_attachments (model, evidence) : g_ptr_array_new ();

  if (!g_ptr_array_find (files, self->attachment, NULL))
    {
      g_ptr_array_set_size (files, 0);
      g_ptr_array_add (files, self->attachment);
    }
  return g_steal_pointer (&files);
}

static void
update_files (SfPreviewWindow *self)
{
  g_autoptr (GPtrArray) files = list_files (self);
  guint n;

  if (!g_ptr_array_find (files, self->attachment, &n))
    return;
  gtk_widget_set_visible (self->previous_file, files->len > 1);
  gtk_widget_set_visible (self->next_file, files->len > 1);
  gtk_widget_set_sensitive (self->previous_file, n > 0);
  gtk_widget_set_sensitive (self->next_file, n + 1 < files->len);
}

/* --- what is shown ------------------------------------------------------------------------- */

static char *
describe_page (SfPreviewWindow *self)
{
  if (self->n_pages < 2)
    return g_strdup (sf_attachment_get_name (self->attachment));
  return g_strdup_printf (_ ("Page %u of %u"), self->page + 1, self->n_pages);
}

static void
show_part (SfPreviewWindow *self, const char *part)
{
  gboolean picture = g_str_equal (part, "picture"), busy = g_str_equal (part, "busy");
  g_autofree char *page = describe_page (self);

  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), part);
  gtk_spinner_set_spinning (GTK_SPINNER (self->spinner), busy);
  gtk_widget_set_visible (self->page_bar, self->n_pages > 1);
  gtk_widget_set_visible (self->zoom_bar, picture || (busy && self->n_pages > 1));
  gtk_widget_set_sensitive (self->previous_page, self->page > 0);
  gtk_widget_set_sensitive (self->next_page, self->page + 1 < self->n_pages);
  sf_part_set_text (self->page_label, page);
}

static GdkTexture *
make_texture (SfPicture *picture)
{
  gsize stride = (gsize)picture->width * 3;

  if (picture->width == 0 || picture->height == 0
      || g_bytes_get_size (picture->pixels) < stride * picture->height)
    return NULL;
  return gdk_memory_texture_new ((int)picture->width, (int)picture->height, GDK_MEMORY_R8G8B8,
                                 picture->pixels, stride);
}

static void
show_picture (SfPreviewWindow *self, SfPreview *preview)
{
  g_autoptr (GdkTexture) texture = make_texture (preview->picture);
  g_autofree char *page = describe_page (self);

  sf_zoom_view_show (SF_ZOOM_VIEW (self->picture), texture);
  sf_zoom_view_describe (SF_ZOOM_VIEW (self->picture), page, preview->text);
  gtk_widget_set_visible (self->copy, !sf_text_is_blank (preview->text));
  show_part (self, "picture");
  gtk_widget_grab_focus (self->picture);
}

static void
show_text (SfPreviewWindow *self, const char *text)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
  GtkTextIter start;

  gtk_text_buffer_set_text (buffer, text, -1);
  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_place_cursor (buffer, &start);
  sf_part_set_name (self->text, sf_attachment_get_name (self->attachment));
  show_part (self, "text");
  gtk_widget_grab_focus (self->text);
}

static void
show_nothing (SfPreviewWindow *self, const char *reason)
{
  adw_status_page_set_description (ADW_STATUS_PAGE (self->nothing), reason);
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (self->nothing),
                                 sf_file_get_icon_name (
                                     sf_attachment_get_media_type (self->attachment)));
  show_part (self, "nothing");
  gtk_widget_grab_focus (adw_status_page_get_child (ADW_STATUS_PAGE (self->nothing)));
}

static void
on_ready_cb (SfPreviewWindow *self, guint page)
{
  SfPreview *preview = sf_preview_pages_get (self->pages, page);

  self->n_pages = MAX (preview->n_pages, 1);
  if (preview->kind == SF_PREVIEW_PICTURE && preview->picture != NULL)
    show_picture (self, preview);
  else if (preview->kind == SF_PREVIEW_TEXT && preview->text != NULL)
    show_text (self, preview->text);
  else
    show_nothing (self, preview->reason != NULL ? preview->reason
                                                : _ ("This file cannot be shown here."));
}

static void
on_failed_cb (SfPreviewWindow *self, guint page, const GError *error)
{
  show_nothing (self, error->message);
}

/* --- going about --------------------------------------------------------------------------- */

static void
go_to_page (SfPreviewWindow *self, guint page)
{
  if (page >= self->n_pages || page == self->page)
    return;
  self->page = page;
  show_part (self, gtk_stack_get_visible_child_name (GTK_STACK (self->stack)));
  if (sf_preview_pages_get (self->pages, page) == NULL)
    show_part (self, "busy");
  sf_zoom_view_go_top (SF_ZOOM_VIEW (self->picture));
  sf_preview_pages_want (self->pages, page, self->size);
}

static void
close_pages (SfPreviewWindow *self)
{
  if (self->pages == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->pages, self);
  sf_preview_pages_close (self->pages);
  g_clear_object (&self->pages);
}

static void
show_file (SfPreviewWindow *self, SfAttachment *attachment)
{
  SfEvidence *evidence = sf_model_find (sf_context_get_model (self->context),
                                        sf_attachment_get_evidence (attachment));
  g_autoptr (GMenuModel) menu = sf_file_menu_new (attachment, FALSE);
  const char *name = sf_attachment_get_name (attachment);

  close_pages (self);
  g_set_object (&self->attachment, attachment);
  self->page = 0;
  self->n_pages = 1;
  self->size = SIZE;
  gtk_widget_set_visible (self->copy, FALSE);
  gtk_window_set_title (GTK_WINDOW (self), name);
  adw_window_title_set_title (ADW_WINDOW_TITLE (self->title), name);
  adw_window_title_set_subtitle (ADW_WINDOW_TITLE (self->title),
                                 evidence != NULL ? sf_evidence_get_title (evidence) : "");
  sf_file_actions_insert (GTK_WIDGET (self), self->context, attachment);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->save), menu);
  update_files (self);
  sf_zoom_view_fit (SF_ZOOM_VIEW (self->picture));
  show_part (self, "busy");
  self->pages = sf_preview_pages_new (sf_context_get_workbook (self->context), attachment);
  g_signal_connect_swapped (self->pages, "ready", G_CALLBACK (on_ready_cb), self);
  g_signal_connect_swapped (self->pages, "failed", G_CALLBACK (on_failed_cb), self);
  sf_preview_pages_want (self->pages, 0, self->size);
}

static void
go_to_file (SfPreviewWindow *self, int step)
{
  g_autoptr (GPtrArray) files = list_files (self);
  guint n;

  if (g_ptr_array_find (files, self->attachment, &n) && (step > 0 || n > 0)
      && n + (guint)step < files->len)
    show_file (self, files->pdata[n + (guint)step]);
}

static void
on_zoomed_cb (SfPreviewWindow *self, guint pixels)
{
  guint size = MIN (pixels, FINEST);

  if (size <= self->size)
    return;
  self->size = FINEST;
  sf_preview_pages_want (self->pages, self->page, self->size);
}

/* What is erased or taken away is not shown on. */
static void
on_changed_cb (SfPreviewWindow *self)
{
  const SfUuid *uuid = sf_record_get_uuid (SF_RECORD (self->attachment));

  if (sf_model_find (sf_context_get_model (self->context), uuid) == NULL)
    gtk_window_destroy (GTK_WINDOW (self));
  else
    update_files (self);
}

/* --- actions ------------------------------------------------------------------------------- */

static void
on_page_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SfPreviewWindow *self = SF_PREVIEW_WINDOW (widget);

  if (g_str_equal (name, "preview.next-page"))
    go_to_page (self, self->page + 1);
  else if (g_str_equal (name, "preview.previous-page") && self->page > 0)
    go_to_page (self, self->page - 1);
  else if (g_str_equal (name, "preview.first-page"))
    go_to_page (self, 0);
  else if (g_str_equal (name, "preview.last-page"))
    go_to_page (self, self->n_pages - 1);
}

static void
on_file_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  go_to_file (SF_PREVIEW_WINDOW (widget), g_str_equal (name, "preview.next-file") ? 1 : -1);
}

static void
on_zoom_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SfZoomView *view = SF_ZOOM_VIEW (SF_PREVIEW_WINDOW (widget)->picture);

  if (g_str_equal (name, "preview.zoom-in"))
    sf_zoom_view_zoom_in (view);
  else if (g_str_equal (name, "preview.zoom-out"))
    sf_zoom_view_zoom_out (view);
  else
    sf_zoom_view_fit (view);
}

/* The words of the page that is shown; a text is copied by what is marked in it. */
static void
on_copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SfPreviewWindow *self = SF_PREVIEW_WINDOW (widget);
  const char *part = gtk_stack_get_visible_child_name (GTK_STACK (self->stack));
  SfPreview *preview = self->pages != NULL ? sf_preview_pages_get (self->pages, self->page) : NULL;

  if (!g_str_equal (part, "picture") || preview == NULL || sf_text_is_blank (preview->text))
    return;
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), preview->text);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (self->toasts),
                               adw_toast_new (_ ("The words of this page are on the clipboard.")));
}

/* Pages are turned where there are several; a text scrolls by itself. */
static gboolean
on_key_pressed_cb (SfPreviewWindow *self, guint key, guint code, GdkModifierType state)
{
  gboolean turn = self->n_pages > 1 && (state & gtk_accelerator_get_default_mod_mask ()) == 0;

  if (turn && (key == GDK_KEY_Page_Down || key == GDK_KEY_KP_Page_Down))
    go_to_page (self, self->page + 1);
  else if (turn && (key == GDK_KEY_Page_Up || key == GDK_KEY_KP_Page_Up))
    go_to_page (self, MAX (self->page, 1) - 1);
  else
    return FALSE;
  return TRUE;
}

static void
install_actions (GtkWidgetClass *klass)
{
  static const struct
  {
    const char *name;
    GtkWidgetActionActivateFunc run;
    guint key;
    GdkModifierType state;
  } actions[] = {
    { "preview.next-page", on_page_action, 0, 0 },
    { "preview.previous-page", on_page_action, 0, 0 },
    { "preview.first-page", on_page_action, GDK_KEY_Home, GDK_CONTROL_MASK },
    { "preview.last-page", on_page_action, GDK_KEY_End, GDK_CONTROL_MASK },
    { "preview.next-file", on_file_action, GDK_KEY_Page_Down, GDK_CONTROL_MASK },
    { "preview.previous-file", on_file_action, GDK_KEY_Page_Up, GDK_CONTROL_MASK },
    { "preview.zoom-in", on_zoom_action, GDK_KEY_plus, GDK_CONTROL_MASK },
    { "preview.zoom-in", NULL, GDK_KEY_equal, GDK_CONTROL_MASK },
    { "preview.zoom-in", NULL, GDK_KEY_KP_Add, GDK_CONTROL_MASK },
    { "preview.zoom-out", on_zoom_action, GDK_KEY_minus, GDK_CONTROL_MASK },
    { "preview.zoom-out", NULL, GDK_KEY_KP_Subtract, GDK_CONTROL_MASK },
    { "preview.fit", on_zoom_action, GDK_KEY_0, GDK_CONTROL_MASK },
    { "preview.fit", NULL, GDK_KEY_KP_0, GDK_CONTROL_MASK },
    { "preview.copy", on_copy_action, GDK_KEY_c, GDK_CONTROL_MASK },
    { "window.close", NULL, GDK_KEY_Escape, 0 },
    { "window.close", NULL, GDK_KEY_w, GDK_CONTROL_MASK },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      if (actions[i].run != NULL)
        gtk_widget_class_install_action (klass, actions[i].name, NULL, actions[i].run);
      if (actions[i].key != 0)
        gtk_widget_class_add_binding_action (klass, actions[i].key, actions[i].state,
                                             actions[i].name, NULL);
    }
}

/* --- building ------------------------------------------------------------------------------ */

static GtkWidget *
make_button (const char *icon, const char *name, const char *action)
{
  GtkWidget *button = sf_part_icon_button (icon, name);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

static GtkWidget *
make_head_bar (SfPreviewWindow *self)
{
  GtkWidget *bar = adw_header_bar_new ();
  GtkWidget *open = sf_button_new (_ ("_Open a copy"));

  self->title = adw_window_title_new ("", NULL);
  self->previous_file = make_button ("go-up-symbolic", _ ("The file before (Ctrl+Page Up)"),
                                     "preview.previous-file");
  self->next_file
      = make_button ("go-down-symbolic", _ ("The next file (Ctrl+Page Down)"), "preview.next-file");
  gtk_widget_set_tooltip_text (open, _ ("A read-only copy in its own program"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (open), "file.open");
  self->save = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->save), "document-save-symbolic");
  gtk_widget_set_tooltip_text (self->save, _ ("Save a copy"));
  sf_menu_button_set_name (self->save, _ ("Save a copy"));
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (bar), self->title);
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), self->previous_file);
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), self->next_file);
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), open);
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), self->save);
  return bar;
}

static GtkWidget *
make_foot_bar (SfPreviewWindow *self)
{
  GtkWidget *bar = gtk_center_box_new ();

  self->page_bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->previous_page = make_button ("go-previous-symbolic", _ ("The page before (Page Up)"),
                                     "preview.previous-page");
  self->next_page
      = make_button ("go-next-symbolic", _ ("The next page (Page Down)"), "preview.next-page");
  self->page_label
      = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, NULL);
  gtk_box_append (GTK_BOX (self->page_bar), self->previous_page);
  gtk_box_append (GTK_BOX (self->page_bar), self->page_label);
  gtk_box_append (GTK_BOX (self->page_bar), self->next_page);
  self->zoom_bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (self->zoom_bar),
                  make_button ("zoom-out-symbolic", _ ("Smaller (Ctrl+−)"), "preview.zoom-out"));
  gtk_box_append (GTK_BOX (self->zoom_bar),
                  make_button ("zoom-fit-best-symbolic", _ ("The whole page (Ctrl+0)"),
                               "preview.fit"));
  gtk_box_append (GTK_BOX (self->zoom_bar),
                  make_button ("zoom-in-symbolic", _ ("Larger (Ctrl++)"), "preview.zoom-in"));
  self->copy = make_button ("edit-copy-symbolic", _ ("Copy the words of this page (Ctrl+C)"),
                            "preview.copy");
  gtk_widget_set_visible (self->copy, FALSE);
  gtk_box_append (GTK_BOX (self->zoom_bar), self->copy);
  gtk_center_box_set_center_widget (GTK_CENTER_BOX (bar), self->page_bar);
  gtk_center_box_set_end_widget (GTK_CENTER_BOX (bar), self->zoom_bar);
  gtk_widget_add_css_class (bar, "toolbar");
  return bar;
}

static GtkWidget *
make_text (SfPreviewWindow *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_scrollable_new ();

  self->text = gtk_text_view_new ();
  gtk_text_view_set_editable (GTK_TEXT_VIEW (self->text), FALSE);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->text), FALSE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->text), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (self->text), 24);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (self->text), 24);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (self->text), 18);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (self->text), 18);
  adw_clamp_scrollable_set_maximum_size (ADW_CLAMP_SCROLLABLE (clamp), 760);
  adw_clamp_scrollable_set_child (ADW_CLAMP_SCROLLABLE (clamp), self->text);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  return scroller;
}

static GtkWidget *
make_stack (SfPreviewWindow *self)
{
  GtkWidget *open = sf_button_new (_ ("Open in its own _program"));

  self->stack = gtk_stack_new ();
  self->spinner = gtk_spinner_new ();
  sf_part_set_name (self->spinner, _ ("It is being made ready"));
  gtk_widget_set_size_request (self->spinner, 32, 32);
  gtk_widget_set_halign (self->spinner, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->spinner, GTK_ALIGN_CENTER);
  self->picture = sf_zoom_view_new ();
  g_signal_connect_swapped (self->picture, "zoomed", G_CALLBACK (on_zoomed_cb), self);
  self->nothing = adw_status_page_new ();
  gtk_actionable_set_action_name (GTK_ACTIONABLE (open), "file.open");
  gtk_widget_set_halign (open, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (open, "pill");
  adw_status_page_set_child (ADW_STATUS_PAGE (self->nothing), open);
  gtk_stack_add_named (GTK_STACK (self->stack), self->spinner, "busy");
  gtk_stack_add_named (GTK_STACK (self->stack), self->picture, "picture");
  gtk_stack_add_named (GTK_STACK (self->stack), make_text (self), "text");
  gtk_stack_add_named (GTK_STACK (self->stack), self->nothing, "nothing");
  gtk_widget_set_vexpand (self->stack, TRUE);
  return self->stack;
}

/* --- the window ---------------------------------------------------------------------------- */

static void
sf_preview_window_dispose (GObject *object)
{
  SfPreviewWindow *self = SF_PREVIEW_WINDOW (object);

  close_pages (self);
  g_clear_object (&self->attachment);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (sf_preview_window_parent_class)->dispose (object);
}

static void
sf_preview_window_class_init (SfPreviewWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sf_preview_window_dispose;
  install_actions (GTK_WIDGET_CLASS (klass));
}

static void
sf_preview_window_init (SfPreviewWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_box_append (GTK_BOX (box), make_head_bar (self));
  self->toasts = adw_toast_overlay_new ();
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (self->toasts), make_stack (self));
  gtk_box_append (GTK_BOX (box), self->toasts);
  gtk_box_append (GTK_BOX (box), make_foot_bar (self));
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH, HEIGHT);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static SfPreviewWindow *
make_window (SfContext *context)
{
  SfPreviewWindow *self = g_object_new (SF_TYPE_PREVIEW_WINDOW, NULL);

  self->context = g_object_ref (context);
  g_signal_connect_object (sf_context_get_model (context), "changed", G_CALLBACK (on_changed_cb),
                           self, G_CONNECT_SWAPPED);
  return self;
}

/* Forgotten by the context when it goes. */
static void
on_destroy_cb (GtkWidget *window, gpointer context)
{
  g_object_set_data (context, "sf-preview-window", NULL);
}

void
sf_preview_window_present (GtkWidget *parent, SfContext *context, SfAttachment *attachment)
{
  SfPreviewWindow *self;
  GtkRoot *root;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (SF_IS_CONTEXT (context));
  g_return_if_fail (SF_IS_ATTACHMENT (attachment));

  self = g_object_get_data (G_OBJECT (context), "sf-preview-window");
  if (self == NULL)
    {
      self = make_window (context);
      g_object_set_data (G_OBJECT (context), "sf-preview-window", self);
      g_signal_connect (self, "destroy", G_CALLBACK (on_destroy_cb), context);
      root = gtk_widget_get_root (parent);
      gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
    }
  if (self->attachment != attachment)
    show_file (self, attachment);
  gtk_window_present (GTK_WINDOW (self));
}
