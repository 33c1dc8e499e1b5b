/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-help.h"

#include "ui/sf-parts.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define RESOURCES "/io/github/sixfold_app/Sixfold/help/"

static const struct
{
  const char *id;
  const char *title;
} topics[] = {
  { "start", N_ ("Getting started") },
  { "overview", N_ ("The overview") },
  { "area", N_ ("Judging a key area") },
  { "evidence", N_ ("Evidence") },
  { "targets", N_ ("Targets") },
  { "outcomes", N_ ("Outcomes") },
  { "meetings", N_ ("Meetings, and questions for the committee") },
  { "performance", N_ ("Performance management") },
  { "report", N_ ("The report") },
  { "seal", N_ ("Sealed reports") },
  { "evaluations", N_ ("Evaluations") },
  { "centre", N_ ("The centre profile") },
  { "contributors", N_ ("Who is writing") },
  { "history", N_ ("History and undo") },
  { "safety", N_ ("Keeping your work safe") },
  { "keyboard", N_ ("Working by keyboard") },
};

typedef struct
{
  GtkWidget *list;
  GtkWidget *box;
  GtkWidget *scroller;
} Help;

/* --- the text ---------------------------------------------------------------------------- */

/* **bold** and `keys` of a paragraph as Pango markup. */
static char *
mark_up (const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  g_auto (GStrv) bold = g_strsplit (escaped, "**", -1);
  GString *markup = g_string_new (NULL);

  for (guint i = 0; bold[i]; i++)
    {
      g_auto (GStrv) keys = g_strsplit (bold[i], "`", -1);

      if (i % 2)
        g_string_append (markup, "<b>");
      for (guint j = 0; keys[j]; j++)
        g_string_append_printf (markup, j % 2 ? "<tt>%s</tt>" : "%s", keys[j]);
      if (i % 2)
        g_string_append (markup, "</b>");
    }
  return g_string_free (markup, FALSE);
}

static void
append_text (GtkWidget *box, const char *text, const char *css_class)
{
  GtkWidget *label = sf_part_label (NULL, css_class);
  g_autofree char *markup = mark_up (text);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_can_focus (label, FALSE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
}

static void
append_item (GtkWidget *box, const char *text)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *bullet = gtk_label_new ("•");

  gtk_widget_set_valign (bullet, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (line), bullet);
  append_text (line, text, NULL);
  gtk_box_append (GTK_BOX (box), line);
}

static void
append_heading (GtkWidget *box, const char *text, int level)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "xalign", 0.0,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LEVEL, level, -1);
  gtk_widget_add_css_class (label, level == 1 ? "title-1" : "title-4");
  gtk_box_append (GTK_BOX (box), label);
}

static void
append_block (GtkWidget *box, char *block)
{
  g_strdelimit (block, "\n", ' ');
  g_strstrip (block);
  if (g_str_has_prefix (block, "## "))
    append_heading (box, block + 3, 2);
  else if (g_str_has_prefix (block, "# "))
    append_heading (box, block + 2, 1);
  else if (*block && !g_str_has_prefix (block, "<!--"))
    append_text (box, block, NULL);
}

/* The few forms that our help is written in: headings, paragraphs, lists. */
static void
show_text (GtkWidget *box, const char *text)
{
  g_auto (GStrv) blocks = g_strsplit (text, "\n\n", -1);

  for (guint i = 0; blocks[i]; i++)
    {
      g_strstrip (blocks[i]);
      if (g_str_has_prefix (blocks[i], "- "))
        {
          g_auto (GStrv) items = g_strsplit (blocks[i] + 2, "\n- ", -1);

          for (guint j = 0; items[j]; j++)
            append_item (box, g_strdelimit (items[j], "\n", ' '));
        }
      else
        {
          append_block (box, blocks[i]);
        }
    }
}

static void
show_topic (Help *help, const char *id)
{
  g_autofree char *path = g_strconcat (RESOURCES, id, ".md", NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, 0, NULL);
  g_autofree char *text = NULL;
  gsize size;
  const char *data;

  sf_part_clear (help->box);
  if (!bytes)
    return;
  data = g_bytes_get_data (bytes, &size);
  text = g_strndup (data, size);
  show_text (help->box, text);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (
                                GTK_SCROLLED_WINDOW (help->scroller)),
                            0);
}

/* --- the window -------------------------------------------------------------------------- */

static void
on_row_selected_cb (GtkListBox *list, GtkListBoxRow *row, gpointer data)
{
  if (row)
    show_topic (data, topics[gtk_list_box_row_get_index (row)].id);
}

static GtkWidget *
make_list (Help *help)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  help->list = gtk_list_box_new ();
  gtk_widget_add_css_class (help->list, "navigation-sidebar");
  sf_part_set_name (help->list, _ ("Topics"));
  for (guint i = 0; i < G_N_ELEMENTS (topics); i++)
    {
      GtkWidget *row = gtk_list_box_row_new ();

      GtkWidget *label = gtk_label_new (_ (topics[i].title));

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
      sf_part_set_name (row, _ (topics[i].title));
      gtk_list_box_append (GTK_LIST_BOX (help->list), row);
    }
  gtk_widget_set_focusable (scroller, FALSE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), help->list);
  return scroller;
}

static GtkWidget *
make_text (Help *help)
{
  GtkWidget *clamp = adw_clamp_new ();

  help->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_add_css_class (help->box, "help-text");
  help->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (help->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 640);
  adw_clamp_set_child (ADW_CLAMP (clamp), help->box);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (help->scroller), clamp);
  gtk_widget_set_focusable (help->scroller, TRUE);
  sf_part_set_name (help->scroller, _ ("Text of the topic"));
  gtk_widget_set_hexpand (help->scroller, TRUE);
  gtk_widget_set_vexpand (help->scroller, TRUE);
  return help->scroller;
}

static gboolean
on_escape_cb (GtkWidget *window, GVariant *args, gpointer data)
{
  gtk_window_close (GTK_WINDOW (window));
  return TRUE;
}

static GtkWidget *
make_window (GtkWindow *parent)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *columns = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkEventController *keys = gtk_shortcut_controller_new ();
  Help *help = g_new0 (Help, 1);

  gtk_box_append (GTK_BOX (columns), make_list (help));
  gtk_box_append (GTK_BOX (columns), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  gtk_box_append (GTK_BOX (columns), make_text (help));
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), columns);
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_window_set_title (GTK_WINDOW (window), _ ("Help"));
  gtk_window_set_default_size (GTK_WINDOW (window), 860, 620);
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                        gtk_callback_action_new (on_escape_cb, NULL, NULL)));
  gtk_widget_add_controller (window, keys);
  g_object_set_data_full (G_OBJECT (window), "help", help, g_free);
  g_signal_connect (help->list, "row-selected", G_CALLBACK (on_row_selected_cb), help);
  return window;
}

void
sf_help_present (GtkWindow *parent, const char *topic)
{
  static GtkWidget *window;
  Help *help;
  guint n = 0;

  if (!window)
    {
      window = make_window (parent);
      g_object_add_weak_pointer (G_OBJECT (window), (gpointer *)&window);
    }
  help = g_object_get_data (G_OBJECT (window), "help");
  for (guint i = 0; i < G_N_ELEMENTS (topics); i++)
    if (g_strcmp0 (topics[i].id, topic) == 0)
      n = i;
  gtk_list_box_select_row (GTK_LIST_BOX (help->list),
                           gtk_list_box_get_row_at_index (GTK_LIST_BOX (help->list), (int)n));
  gtk_window_present (GTK_WINDOW (window));
  gtk_widget_grab_focus (help->scroller);
}
