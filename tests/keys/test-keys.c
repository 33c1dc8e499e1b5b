/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "../workbook/workbook-helpers.h"

#include "keys/sf-key-store.h"
#include "keys/sf-signing-keys.h"

#include <errno.h>
#include <gio/gunixfdlist.h>
#include <string.h>
#include <unistd.h>

/* The signing key in a real keyring, in a keyring file whose key a portal gives, in the centre
 * file, and nowhere. libsecret looks once in a process what there is, so each has a process of its
 * own. */

/* --- what all roads must do ---------------------------------------------------------------------
 */

static SfSecret *
find (const SfUuid *file)
{
  g_autoptr (GError) error = NULL;
  SfSecret *key = NULL;

  g_assert_true (sf_key_store_find_sync (file, &key, NULL, &error));
  g_assert_no_error (error);
  return key;
}

static void
check_key_store (void)
{
  g_autoptr (SfSecret) one = sf_signature_new_key ();
  g_autoptr (SfSecret) two = sf_signature_new_key ();
  g_autoptr (GError) error = NULL;
  SfUuid here, there;
  SfSecret *found;

  sf_uuid_init_v7 (&here);
  sf_uuid_init_v7 (&there);
  g_assert_null (find (&here));
  g_assert_true (sf_key_store_put_sync (&here, "Sixfold: here", one, NULL, &error));
  g_assert_no_error (error);
  g_assert_null (find (&there));
  found = find (&here);
  g_assert_true (sf_secret_equal (found, one));
  sf_secret_unref (found);
  g_assert_true (sf_key_store_put_sync (&here, "Sixfold: here", two, NULL, &error));
  g_assert_no_error (error);
  found = find (&here);
  g_assert_true (sf_secret_equal (found, two));
  sf_secret_unref (found);
  g_assert_true (sf_key_store_remove_sync (&here, NULL, &error));
  g_assert_no_error (error);
  g_assert_null (find (&here));
  g_assert_true (sf_key_store_remove_sync (&here, NULL, &error));
}

/* The same key comes back for the same file. */
static void
check_signing_keys (SfSigningRoad road, const char *passphrase)
{
  const SfKeyringCost light = { 1, 8 };
  Centre centre;
  g_autoptr (GError) error = NULL;
  g_autoptr (SfSecret) made = NULL, again = NULL;

  set_up_centre (&centre, NULL);
  made = sf_signing_keys_open_sync (centre.workbook, road, passphrase, &light, &error);
  g_assert_no_error (error);
  reopen_workbook (&centre);
  again = sf_signing_keys_open_sync (centre.workbook, road, passphrase, &light, &error);
  g_assert_no_error (error);
  g_assert_true (sf_secret_equal (made, again));
  tear_down_centre (&centre, NULL);
}

/* --- a bus of the test's own --------------------------------------------------------------------
 */

static gboolean
has_owner (GDBusConnection *bus, const char *name)
{
  g_autoptr (GVariant) answer
      = g_dbus_connection_call_sync (bus, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                                     "org.freedesktop.DBus", "NameHasOwner",
                                     g_variant_new ("(s)", name), NULL, G_DBUS_CALL_FLAGS_NONE, -1,
                                     NULL, NULL);
  gboolean owned = FALSE;

  if (answer != NULL)
    g_variant_get (answer, "(b)", &owned);
  return owned;
}

static void
wait_for_owner (const char *name)
{
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);

  for (guint i = 0; i < 500 && !has_owner (bus, name); i++)
    g_usleep (20000);
  g_assert_true (has_owner (bus, name));
}

static GSubprocess *
start_keyring (const char *daemon)
{
  g_autoptr (GError) error = NULL;
  const char *arguments[] = { daemon, "--unlock", "--foreground", "--components=secrets", NULL };
  GSubprocess *process
      = g_subprocess_newv (arguments,
                           G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_SILENCE
                               | G_SUBPROCESS_FLAGS_STDERR_SILENCE,
                           &error);
  GOutputStream *input;

  g_assert_no_error (error);
  input = g_subprocess_get_stdin_pipe (process);
  g_assert_true (g_output_stream_write_all (input, "the login words", 15, NULL, NULL, &error));
  g_assert_true (g_output_stream_close (input, NULL, &error));
  wait_for_owner ("org.freedesktop.secrets");
  return process;
}

static void
test_keyring (void)
{
  const char *daemon = g_getenv ("SIXFOLD_KEYRING_DAEMON");
  static GTestDBus *bus; /* kept: to give it back waits for libsecret's connection */
  GSubprocess *keyring;

  if (daemon == NULL || *daemon == '\0')
    {
      g_test_skip ("gnome-keyring-daemon is not installed");
      return;
    }
  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 60 * G_USEC_PER_SEC, 0);
      g_test_trap_assert_passed ();
      return;
    }
  g_unsetenv ("SNAP_NAME");
  bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (bus);
  keyring = start_keyring (daemon);
  check_key_store ();
  check_signing_keys (SF_SIGNING_KEYRING, NULL);
  g_subprocess_force_exit (keyring);
  g_subprocess_wait (keyring, NULL, NULL);
  g_object_unref (keyring);
  g_test_dbus_stop (bus);
}

/* No keyring at all: a sentence that names the other road, and that works. */
static void
test_none (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SfSecret) key = NULL;
  static GTestDBus *bus; /* kept: to give it back waits for libsecret's connection */
  Centre centre;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 60 * G_USEC_PER_SEC, 0);
      g_test_trap_assert_passed ();
      return;
    }
  bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (bus);
  set_up_centre (&centre, NULL);
  key = sf_signing_keys_open_sync (centre.workbook, SF_SIGNING_KEYRING, NULL, NULL, &error);
  g_assert_null (key);
  g_assert_error (error, SF_ERROR, SF_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "no keyring on this PC"));
  g_assert_nonnull (strstr (error->message, "behind a passphrase"));
  tear_down_centre (&centre, NULL);
  check_signing_keys (SF_SIGNING_FILE, "four plain words together");
  g_test_dbus_stop (bus);
}

/* --- as in the Flatpak: a file, and a portal that gives its key ---------------------------------
 */

#define PORTAL "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"

typedef struct
{
  GThread *thread;
  GMainLoop *loop;
  guint asked;
} Portal;

static const char portal_xml[]
    = "<node><interface name='org.freedesktop.portal.Secret'><method name='RetrieveSecret'>"
      "<arg type='h' name='fd' direction='in'/><arg type='a{sv}' name='options' direction='in'/>"
      "<arg type='o' name='handle' direction='out'/></method>"
      "<property name='version' type='u' access='read'/></interface></node>";

typedef struct
{
  GDBusConnection *bus;
  char *sender;
  char *handle;
} Response;

static gboolean
on_respond_cb (gpointer data)
{
  Response *response = data;

  g_dbus_connection_emit_signal (response->bus, response->sender, response->handle,
                                 "org.freedesktop.portal.Request", "Response",
                                 g_variant_new ("(ua{sv})", 0u, NULL), NULL);
  g_free (response->sender);
  g_free (response->handle);
  g_free (response);
  return G_SOURCE_REMOVE;
}

/* Not before libsecret listens: it does so once it has the handle. */
static void
respond_soon (GDBusConnection *bus, const char *sender, const char *handle)
{
  Response *response = g_new0 (Response, 1);
  g_autoptr (GSource) source = g_timeout_source_new (200);

  response->bus = bus;
  response->sender = g_strdup (sender);
  response->handle = g_strdup (handle);
  g_source_set_callback (source, on_respond_cb, response, NULL);
  g_source_attach (source, g_main_context_get_thread_default ());
}

static void
give_secret (GDBusConnection *bus,
             const char *sender,
             const char *path,
             const char *interface,
             const char *method,
             GVariant *parameters,
             GDBusMethodInvocation *invocation,
             gpointer data)
{
  Portal *portal = data;
  g_autoptr (GVariant) options = g_variant_get_child_value (parameters, 1);
  GUnixFDList *list
      = g_dbus_message_get_unix_fd_list (g_dbus_method_invocation_get_message (invocation));
  int fd = g_unix_fd_list_get (list, 0, NULL);
  g_autofree char *who = g_strdelimit (g_strdup (sender + 1), ".", '_');
  g_autofree char *handle = NULL;
  const char *token = "t";
  guint8 secret[64];

  g_variant_lookup (options, "handle_token", "&s", &token);
  handle = g_strdup_printf (PORTAL_PATH "/request/%s/%s", who, token);
  memset (secret, 0x5a, sizeof secret);
  g_assert_cmpint (write (fd, secret, sizeof secret), ==, sizeof secret);
  close (fd);
  portal->asked++;
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(o)", handle));
  respond_soon (bus, sender, handle);
}

static GVariant *
get_version (GDBusConnection *bus,
             const char *sender,
             const char *path,
             const char *interface,
             const char *property,
             GError **error,
             gpointer data)
{
  return g_variant_new_uint32 (1);
}

static const GDBusInterfaceVTable vtable = { give_secret, get_version, NULL, { 0 } };

/* It stands in for the desktop, in a thread of its own, for those who ask wait. */
static gpointer
run_portal (gpointer data)
{
  Portal *portal = data;
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (portal_xml, NULL);
  g_autoptr (GDBusConnection) bus = NULL;

  g_main_context_push_thread_default (context);
  portal->loop = g_main_loop_new (context, FALSE);
  bus = g_dbus_connection_new_for_address_sync (
      g_getenv ("DBUS_SESSION_BUS_ADDRESS"),
      G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT
          | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
      NULL, NULL, NULL);
  g_assert_nonnull (bus);
  g_dbus_connection_register_object (bus, PORTAL_PATH, node->interfaces[0], &vtable, portal, NULL,
                                     NULL);
  g_bus_own_name_on_connection (bus, PORTAL, G_BUS_NAME_OWNER_FLAGS_NONE, NULL, NULL, NULL, NULL);
  g_main_loop_run (portal->loop);
  g_main_context_pop_thread_default (context);
  return NULL;
}

static void
test_portal (void)
{
  g_autofree char *folder = NULL;
  Portal portal = { NULL };
  GTestDBus *bus;

  if (!g_test_subprocess ())
    {
      /* libsecret's backend for files lets go of little; our own leaks show with the keyring */
      g_setenv ("ASAN_OPTIONS", "detect_leaks=0", TRUE);
      g_test_trap_subprocess (NULL, 60 * G_USEC_PER_SEC, 0);
      g_test_trap_assert_passed ();
      return;
    }
  folder = g_dir_make_tmp ("sixfold-portal-XXXXXX", NULL);
  /* what makes libsecret think that it is in a sandbox; the file lies in the user's data folder */
  g_setenv ("SNAP_NAME", "sixfold", TRUE);
  g_setenv ("SECRET_BACKEND", "file", TRUE);
  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (bus);
  portal.thread = g_thread_new ("portal", run_portal, &portal);
  wait_for_owner (PORTAL);
  check_key_store ();
  check_signing_keys (SF_SIGNING_KEYRING, NULL);
  g_assert_cmpuint (portal.asked, >, 0);
  g_main_loop_quit (portal.loop);
  g_thread_join (portal.thread);
  g_test_dbus_stop (bus);
  remove_folder (folder);
}

/* --- in the centre file -------------------------------------------------------------------------
 */

static void
test_file (void)
{
  const SfKeyringCost light = { 1, 8 };
  g_autoptr (GError) error = NULL;
  g_autoptr (SfSecret) key = NULL;
  gboolean there = TRUE;
  Centre centre;

  set_up_centre (&centre, NULL);
  g_assert_true (sf_signing_keys_is_in_file (centre.workbook, &there, &error));
  g_assert_false (there);
  g_assert_null (
      sf_signing_keys_open_sync (centre.workbook, SF_SIGNING_FILE, "Beech Road", &light, &error));
  g_assert_error (error, SF_ERROR, SF_ERROR_INVALID);
  g_clear_error (&error);
  key = sf_signing_keys_open_sync (centre.workbook, SF_SIGNING_FILE, "four plain words together",
                                   &light, &error);
  g_assert_no_error (error);
  g_assert_true (sf_signing_keys_is_in_file (centre.workbook, &there, &error));
  g_assert_true (there);
  g_assert_null (sf_signing_keys_open_sync (centre.workbook, SF_SIGNING_FILE,
                                            "four plain words alone", &light, &error));
  g_assert_error (error, SF_ERROR, SF_ERROR_INVALID);
  tear_down_centre (&centre, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/keys/file", test_file);
  g_test_add_func ("/keys/none", test_none);
  g_test_add_func ("/keys/keyring", test_keyring);
  g_test_add_func ("/keys/portal", test_portal);
  return run_tests_in_own_home ();
}
